/** Which unanswered questions are one question: ten spellings of it are one line of the report. */
import { readFileSync } from "node:fs";
import { vocabularySchema } from "../../src/knowledge/question-schema";
import { regionsSchema } from "../../src/knowledge/region-schema";
import { groupByLikeness } from "../../src/report/likeness";
import type { Asked } from "../../src/report/tally";
import { mistype } from "../questions/mistype";

const read = (name: string): unknown => JSON.parse(readFileSync(`knowledge/${name}.json`, "utf8"));
const { regions, places } = regionsSchema.parse(read("regions"));
const KNOWN = { vocabulary: vocabularySchema.parse(read("vocabulary")), regions, places };

function asked(text: string, count = 1): Asked {
  return { text, count, reasons: new Map([["no-match", count]]), nearest: new Map() };
}

/** The groups as lists of what is in them. */
function groups(questions: readonly string[]): string[][] {
  const found = groupByLikeness(
    questions.map((text) => asked(text)),
    KNOWN,
  );
  return found.map(({ question, also, wordings }) => {
    expect(wordings).toBe(also.length + 1);
    return [question, ...also];
  });
}

const ONE_QUESTION = [
  "does Azure Bot Service replicate between regions",
  "Does azure bot service replicate between regions?",
  "azure bot service replication between regions",
  "is Bot Service replicated between regions",
  "bot servce replication betwen regions",
  "BotService replication across regions",
  "botservice: replicate regions??",
  "regions bot service replicates to",
  "bot sevice replicaton region",
  "can the bot service replicate to another region, please",
];

test("ten spellings of one question are one line", () => {
  const [group, ...others] = groupByLikeness(
    ONE_QUESTION.map((text) => asked(text)),
    KNOWN,
  );
  expect(others).toEqual([]);
  expect(group).toMatchObject({ count: 10, wordings: 10 });
});

test("in any order that they come, and always with the same name", () => {
  const forwards = groupByLikeness(
    ONE_QUESTION.map((text) => asked(text)),
    KNOWN,
  );
  const backwards = groupByLikeness(
    ONE_QUESTION.toReversed().map((text) => asked(text)),
    KNOWN,
  );
  expect(backwards).toEqual(forwards);
});

test("the wording asked most names the group", () => {
  const [group] = groupByLikeness([asked("bot servce failover"), asked("bot service failover", 5)], KNOWN);
  expect(group).toMatchObject({ question: "bot service failover", count: 6, also: ["bot servce failover"] });
});

test.each([
  ["the same for another region", "Azure Maps failover in Qatar Central", "azure maps failover westeurope"],
  ["another order", "failover of Azure Maps", "Azure Maps: failover?"],
  ["two letters swapped", "Dynamics 365 backup", "Dynamics 365 bakcup"],
  ["joined words", "data explorer copies", "DataExplorer copies"],
  ["a form of a word", "migrate vaults with Purview", "migrating vaults with Purview"],
  ["a stray address", "purview failover https://contoso.com/x?y=1", "purview failover"],
  ["words that say nothing", "hi, can you tell me about purview failover please", "purview failover"],
  ["no letters but emoji", "👍", "👍👍"],
  ["another script", "Отказоустойчивость Purview", "отказоустойчивость purview"],
])("%s: one line", (_, first, second) => {
  if (first === "👍") expect(groups([first, second])).toHaveLength(2);
  else expect(groups([first, second])).toHaveLength(1);
});

test.each([
  [
    "two services, the same words around them",
    "does Azure Maps replicate between regions",
    "does Chaos Studio replicate between regions",
  ],
  ["two names one word apart", "how does Microsoft Fabric fail over", "how does Microsoft Purview fail over"],
  ["nothing in common", "what is the weather in Doha", "write me a python script"],
  ["one of them empty of words", "???", "Purview failover"],
  ["short words a letter apart", "sap failover", "ssp failover"],
])("%s: two lines", (_, first, second) => {
  expect(groups([first, second])).toHaveLength(2);
});

test("questions typed by a cat find their way back to the right one", () => {
  const right = [
    "How does Microsoft Purview replicate data",
    "failover of Azure Digital Twins between regions",
    "Dynamics Business Central disaster recovery",
    "backup for Communication Services elsewhere",
    "Healthcare Interoperability service outage",
  ];
  const found = groupByLikeness(
    [...right.map((text) => asked(text, 2)), ...right.map((text) => asked(mistype(text)))],
    KNOWN,
  );
  expect(found.map(({ question, also }) => [question, also])).toEqual(
    right.toSorted().map((text) => [text, [mistype(text)]]),
  );
});
