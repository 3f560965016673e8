/**
 * Files → Knowledge, or every fault in them at once. Pure: load.ts reads the disk.
 */
import * as z from "zod";
import { crossCheck } from "./cross-check";
import type { Fault, Knowledge, KnowledgeFile } from "./knowledge";
import { conceptsSchema, vocabularySchema } from "./question-schema";
import { placesWithoutRegionSchema, regionsSchema, targetsSchema } from "./region-schema";
import type { Service, Status, Targets } from "./schema";
import { serviceSchema } from "./service-schema";
import { statusSchema } from "./status-schema";

export type ParseResult =
  | { readonly kind: "ok"; readonly knowledge: Knowledge }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };

const STATUS = "status.json";
const MADE_BY_THE_CHECK =
  "is made by npm run knowledge:check -- <folder> --write-status, not by hand: delete it, and make it anew so";

/**
 * Checks and joins the knowledge files.
 * @param files regions.json, places-without-region.json, concepts.json, vocabulary.json, services/*.json, targets/*.json and, where there is one,
 * status.json; names relative to the knowledge folder
 * @returns the knowledge, or all faults of all files in the order of the files
 */
export function parseKnowledge(files: readonly KnowledgeFile[]): ParseResult {
  const faults: Fault[] = [];
  const one = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const file = files.find((candidate) => candidate.name === name);
    if (file) return parseFile(file, schema, faults);
    faults.push({ file: name, path: "", problem: "the file is missing: restore it from the repository" });
    return undefined;
  };
  const many = <T extends { id: string }>(folder: string, schema: z.ZodType<T>): T[] =>
    files
      .filter((file) => file.name.startsWith(`${folder}/`))
      .flatMap((file) => parseNamed(file, schema, faults) ?? []);

  const regions = one("regions.json", regionsSchema);
  const withoutRegion = one("places-without-region.json", placesWithoutRegionSchema);
  const concepts = one("concepts.json", conceptsSchema);
  const vocabulary = one("vocabulary.json", vocabularySchema);
  const status = parseStatus(files, faults);
  const services: Service[] = many("services", serviceSchema);
  const targets: Targets[] = many("targets", targetsSchema);
  if (!regions || !withoutRegion || !concepts || !vocabulary) return { kind: "faults", faults };
  const knowledge: Knowledge = {
    services,
    regions: regions.regions,
    places: regions.places,
    withoutRegion,
    regionSources: regions.sources,
    targets,
    concepts: concepts.concepts,
    vocabulary,
    pagesChanged: status?.pagesChanged ?? [],
  };
  faults.push(...crossCheck(knowledge));
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "ok", knowledge };
}

/** One line a fault: the file, the place in it, what is wrong and what to do. */
export function formatFaults(faults: readonly Fault[]): string {
  return faults.map(({ file, path, problem }) => `${file}${path ? ` at ${path}` : ""}: ${problem}`).join("\n");
}

/** A file that no author has written: for one that is faulty the remedy is another. */
function parseStatus(files: readonly KnowledgeFile[], faults: Fault[]): Status | undefined {
  const file = files.find(({ name }) => name === STATUS);
  const status = file && parseFile(file, statusSchema, faults);
  if (file && !status) faults.push({ file: STATUS, path: "", problem: MADE_BY_THE_CHECK });
  return status;
}

function parseNamed<T extends { id: string }>(
  file: KnowledgeFile,
  schema: z.ZodType<T>,
  faults: Fault[],
): T | undefined {
  const value = parseFile(file, schema, faults);
  const expected = file.name.replace(/^.*\//, "").replace(/\.json$/, "");
  if (value && value.id !== expected) {
    faults.push({
      file: file.name,
      path: "id",
      problem: `is "${value.id}", but the file is called ${expected}.json: make the two the same`,
    });
  }
  return value;
}

function parseFile<T>(file: KnowledgeFile, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (cause) {
    const problem = `is not JSON (${cause instanceof Error ? cause.message : cause}): mend it there, an editor shows the place`;
    faults.push({ file: file.name, path: "", problem });
    return undefined;
  }
  const result = schema.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  faults.push(...result.error.issues.map((issue) => toFault(file.name, issue)));
  return undefined;
}

function toFault(file: string, issue: z.core.$ZodIssue): Fault {
  return { file, path: z.core.toDotPath(issue.path), problem: remedy(issue) };
}

/** zod says what is wrong; authors also want to know what to write instead. */
function remedy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `${quote(issue.input)} is not known: write one of ${issue.values.join(", ")}`;
    case "unrecognized_keys":
      return `${issue.keys.join(", ")}: no such field: mind the spelling, or take it out`;
    case "too_big":
      return `is too long or too many: at most ${issue.maximum}; say it shorter`;
    case "too_small":
      return `is too short or too few: at least ${issue.minimum}`;
    case "invalid_type":
      return issue.input === undefined
        ? `is missing: add it (${issue.expected})`
        : `must be ${issue.expected}, not ${quote(issue.input)}`;
    case "invalid_union":
      return `${quote(issue.input)} has none of the forms that can stand here: see knowledge/README.md`;
    default:
      return `${quote(issue.input)}: ${issue.message}`;
  }
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
