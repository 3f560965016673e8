/** The walls of ARCHITECTURE.md: which folder may import what. A failure says what, why, and the way out. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

type File = { readonly path: string; readonly imports: readonly string[] };

const IMPORT = /(?:from|import|require\()\s*\(?["']([^"']+)["']/g;

function filesIn(folder: string): File[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .map((path) => ({
      path,
      imports: [...readFileSync(path, "utf8").matchAll(IMPORT)].map((match) => match[1] ?? ""),
    }));
}

const source = filesIn("src");
const everything = [...source, ...filesIn("test")];

/** A relative import as a path from the repository's root; a package's name as it is. */
function target(file: File, name: string): string {
  return name.startsWith(".") ? normalize(join(dirname(file.path), name)).replaceAll("\\", "/") : name;
}

function offenders(files: readonly File[], isForbidden: (target: string, file: File) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((name) => isForbidden(target(file, name), file)).map((name) => `${file.path} imports ${name}`),
  );
}

const isIn = (folder: string) => (file: File) => file.path.startsWith(`src/${folder}/`);

test.each([
  {
    wall: "the SDK and the server only under src/teams and test/teams: their support has ended and one folder must be all that moves. Hand what you need to teams/ as a value.",
    found: offenders(
      everything.filter(({ path }) => !/^(src|test)\/teams\//.test(path)),
      (name) => /^(botbuilder|botframework-|restify)/.test(name),
    ),
  },
  {
    wall: "question, answer, cards, knowledge and report are pure: the disk is for load.ts files and cli/. Take the text as an argument.",
    found: offenders(
      source.filter(
        ({ path }) => /^src\/(question|answer|cards|knowledge|report)\//.test(path) && !path.endsWith("/load.ts"),
      ),
      (name) => /^node:/.test(name),
    ),
  },
  {
    wall: "OpenTelemetry in src/telemetry alone, and there behind open.ts: a bot that reports nowhere must not pay for it. Use Telemetry.",
    found: offenders(
      source.filter((file) => !isIn("telemetry")(file)),
      (name) => /^(@opentelemetry|@azure\/monitor|src\/telemetry\/(opentelemetry|azure-monitor))/.test(name),
    ),
  },
  {
    wall: "fuse.js in src/question/spelling.ts alone, so that its score is turned round in one place.",
    found: offenders(
      source.filter(({ path }) => path !== "src/question/spelling.ts"),
      (name) => name === "fuse.js",
    ),
  },
  {
    wall: "adaptivecards-templating in src/cards/render.ts alone.",
    found: offenders(
      source.filter(({ path }) => path !== "src/cards/render.ts"),
      (name) => name.startsWith("adaptive"),
    ),
  },
  {
    wall: "knowledge and cards don't know each other: knowledge holds facts, cards words. (Types of the schema are the facts' names, so cards may use those.)",
    found: [
      ...offenders(source.filter(isIn("knowledge")), (name) => name.startsWith("src/cards")),
      ...offenders(source.filter(isIn("cards")), (name) => /^src\/knowledge\/(load|parse|cross-check)/.test(name)),
    ],
  },
  {
    wall: "teams is handed a responder: it imports neither the stages nor the knowledge.",
    found: offenders(source.filter(isIn("teams")), (name) =>
      /^src\/(question|answer|cards|knowledge|cli)\//.test(name),
    ),
  },
  {
    wall: "nobody imports the composition root, and src never imports test.",
    found: offenders(
      everything,
      (name, file) => name === "src/index" || (file.path.startsWith("src/") && name.startsWith("test/")),
    ),
  },
  {
    wall: "no barrel files: import from where a thing is made.",
    found: source.filter(({ path }) => path.endsWith("/index.ts") && path !== "src/index.ts").map(({ path }) => path),
  },
])("$wall", ({ found }) => {
  expect(found).toEqual([]);
});

test("no circles: a newcomer reads each file after those it imports", () => {
  const byPath = new Map(source.map((file) => [file.path.replace(/\.ts$/, ""), file]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(" → ")];
    const file = byPath.get(path);
    if (!file || done.has(path)) return [];
    const circles = file.imports.flatMap((name) => visit(target(file, name), [...trail, path]));
    done.add(path);
    return circles;
  };
  expect([...byPath.keys()].flatMap((path) => visit(path, []))).toEqual([]);
});

test("no clock, environment or console in the pure stages: take them as arguments", () => {
  const impure = /\b(Date\.now\(|new Date\(\)|process\.|console\.|Math\.random\()/;
  const pure = source.filter(({ path }) => /^src\/(question|answer|cards|knowledge|report)\//.test(path));
  const found = pure
    .filter(({ path }) => impure.test(readFileSync(path, "utf8")))
    .map(({ path }) => relative(".", path));
  expect(found).toEqual([]);
});
