/** Which word is read for which that was typed; what may be a name that we do not know is left as it is. */
import { loadKnowledge } from "../../src/knowledge/load";
import { isCareless } from "../../src/question/careless";
import { Lexicon } from "../../src/question/lexicon";
import { respell } from "../../src/question/respell";
import { tokenise } from "../../src/question/tokens";
import { respondWith } from "../support/responder";

const knowledge = loadKnowledge("knowledge");
const lexicon = new Lexicon(knowledge);
const ask = respondWith(knowledge);

function read(text: string): string {
  const tokens = tokenise(text, lexicon);
  return respell(tokens, lexicon, isCareless(tokens))
    .map(({ plain }) => plain)
    .join(" ");
}

test.each([
  ["two letters of six, by what people ask about", "sesonn jegqon", "second region"],
  ["many stay many", "many jegiont", "many regions"],
  ["places swapped, and a wrong letter besides", "rekoin refsitry", "region registry"],
  ["a letter lost, added or typed twice", "acount regiion storaage", "account region storage"],
  ["two letters lost", "replition lost", "replication lost"],
  ["an ordinary word stays one", "evahuation of the policy", "evaluation of the policy"],
])("%s", (_what, typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test.each(["the team in bergen", "a trip to siemens"])("%s: a name that we do not know stays as it is", (typed) => {
  expect(read(typed)).toBe(typed);
});

test.each(["boston region down", "denver region outage", "sybase replication", "flights to penang"])(
  "%s: a name that we do not know is no service",
  (text) => {
    expect(ask(text).services).toEqual([]);
  },
);

test("English words are left alone", () => {
  expect(read("how is the weather on the blog even now")).toBe("how is the weather on the blog even now");
});
