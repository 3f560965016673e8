/**
 * Our texts are our own: no run of ten words that stands in Microsoft's pages too. It needs a copy of them:
 * RELIABILITY_DOCS=/path/to/reliability-docs npx jest test/knowledge/own-words
 */
import { join } from "node:path";
import { readDocs } from "../../src/knowledge/check/load";
import { readKnowledgeFiles } from "../../src/knowledge/load";

const RUN = 10;

type Text = { readonly place: string; readonly text: string };

/** Words as a reader hears them: no marks, no case; of markdown the text without addresses, tags and icons. */
function wordsOf(markdown: string): string[] {
  const plain = markdown
    .replace(/\]\([^)]*\)/g, "] ")
    .replace(/<[^>]*>|:::.*?:::|https?:\S+/g, " ")
    .replace(/['’`*]/g, "");
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(" "));
}

/** Each longest run of words of our texts that stands in a page too: `place: "words" (page)`. */
function copied(texts: readonly Text[], pages: ReadonlyMap<string, string>): string[] {
  const ours = new Set(texts.flatMap(({ text }) => runsOf(wordsOf(text))));
  const pageOf = new Map<string, string>();
  for (const [page, markdown] of pages) {
    for (const run of runsOf(wordsOf(markdown))) if (ours.has(run)) pageOf.set(run, page);
  }
  return texts.flatMap(({ place, text }) => {
    const words = wordsOf(text);
    const hits = runsOf(words).map((run) => pageOf.get(run));
    return hits.flatMap((page, start) => {
      if (page === undefined || hits[start - 1] !== undefined) return [];
      const stop = hits.indexOf(undefined, start);
      const end = (stop < 0 ? hits.length : stop) + RUN - 1;
      return [`${place}: "${words.slice(start, end).join(" ")}" (${page})`];
    });
  });
}

/** Every string of a file with its place. */
function textsIn(value: unknown, place: string): Text[] {
  if (typeof value === "string") return [{ place, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${place}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${place}.${key}`));
}

test("a run of ten words is found whatever its marks and links, once and whole; nine are nobody's own", () => {
  const pages = new Map([
    ["p.md", "The *quick* [brown fox](./fox.md) jumps over the lazy dog, and isn't tired; <b>it sleeps.</b>"],
  ]);
  const ours = [
    { place: "a", text: "Note: the quick brown fox jumps over the lazy dog and isn’t tired. Really." },
    { place: "b", text: "Quick brown fox jumps over the lazy dog and." },
    { place: "c", text: "" },
  ];
  expect(copied(ours, pages)).toEqual(['a: "the quick brown fox jumps over the lazy dog and isnt tired" (p.md)']);
});

test("no run of ten words of our texts stands in Microsoft's pages", () => {
  const folder = process.env["RELIABILITY_DOCS"];
  if (!folder) {
    process.stderr.write("own-words: not compared; set RELIABILITY_DOCS to a copy of Microsoft's reliability docs\n");
    return;
  }
  const texts = readKnowledgeFiles(join(process.cwd(), "knowledge")).flatMap(({ name, text }) =>
    textsIn(JSON.parse(text), name),
  );
  expect(copied(texts, readDocs(folder).pages)).toEqual([]);
});
