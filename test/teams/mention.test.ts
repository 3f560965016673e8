import { withoutMentions } from "../../src/teams/mention";

const bot = { id: "28:bot", name: "Region Guide" };

function mentionOf(name: string, text = `<at>${name}</at>`, id = bot.id): unknown {
  return { type: "mention", mentioned: { id, name }, text };
}

const BOT = mentionOf("Region Guide");
const ADELE = mentionOf("Adele Vance", undefined, "29:adele");

test.each<[string, string, unknown[], string]>([
  ["no mention", "what about AKS", [], "what about AKS"],
  ["in front", "<at>Region Guide</at> what about AKS", [BOT], "what about AKS"],
  ["at the end", "what about AKS <at>Region Guide</at>", [BOT], "what about AKS"],
  ["in the middle", "what about <at>Region Guide</at> AKS", [BOT], "what about AKS"],
  ["in the middle without spaces", "what about<at>Region Guide</at>AKS", [BOT], "what about AKS"],
  ["twice", "<at>Region Guide</at> <at>Region Guide</at> AKS", [BOT, BOT], "AKS"],
  ["twice, named once", "<at>Region Guide</at> AKS <at>Region Guide</at>", [BOT], "AKS"],
  ["with a hard space after it", "<at>Region Guide</at>&nbsp;what about AKS", [BOT], "what about AKS"],
  ["with a hard space in it", "<at>Region&nbsp;Guide</at> AKS", [BOT], "AKS"],
  ["split over two tags", "<at>Region</at> <at>Guide</at> AKS", [BOT], "AKS"],
  ["split, with a hard space", "<at>Region</at>&nbsp;<at>Guide</at>&nbsp;AKS", [BOT], "AKS"],
  ["split without a space", "<at>Region</at><at>Guide</at> AKS", [BOT], "AKS"],
  [
    "split, each part an entity",
    "<at>Region</at> <at>Guide</at> AKS",
    [mentionOf("Region"), mentionOf("Guide")],
    "AKS",
  ],
  ["split in the entity too", "<at>RG</at> <at>Bot</at> AKS", [mentionOf("", "<at>RG</at> <at>Bot</at>")], "AKS"],
  ["in another case", "<at>region guide</at> AKS", [BOT], "AKS"],
  ["with attributes", '<at id="0">Region Guide</at> AKS', [BOT], "AKS"],
  ["in capitals", "<AT>Region Guide</AT> AKS", [BOT], "AKS"],
  ["under another name", "<at>Guide (Contoso)</at> AKS", [mentionOf("Guide (Contoso)")], "AKS"],
  ["a name with &amp; in the text only", "<at>R&amp;D Guide</at> AKS", [mentionOf("R&D Guide")], "AKS"],
  ["a name with &amp; in the entity only", "<at>R&D Guide</at> AKS", [mentionOf("R&amp;D Guide")], "AKS"],
  ["the name alone", "<at>Region Guide</at>", [BOT], ""],
  ["the name alone, then a line end", "<at>Region Guide</at> \n", [BOT], ""],
  ["the name typed plainly stays", "does Region Guide know AKS", [BOT], "does Region Guide know AKS"],
  ["no entity, the tag has the name", "<at>Region Guide</at> AKS", [], "AKS"],
  [
    "another person keeps their name",
    "<at>Region Guide</at> ask <at>Adele Vance</at>",
    [BOT, ADELE],
    "ask Adele Vance",
  ],
  ["another person's genitive", "<at>Adele</at>'s AKS", [], "Adele's AKS"],
  ["half the name is somebody else", "<at>Region</at> and AKS", [BOT], "Region and AKS"],
  ["HTML entities", "R&amp;D &lt;3 &quot;AKS&quot; &#39;x&#39;", [], "R&D <3 \"AKS\" 'x'"],
  ["an entity of an entity, once", "&amp;lt;b&amp;gt;", [], "&lt;b&gt;"],
  ["a tag never closed", "<at>Region Guide what about AKS", [BOT], "Region Guide what about AKS"],
  ["a tag never opened", "Region Guide</at> AKS", [BOT], "Region Guide AKS"],
  ["an empty tag", "<at></at> AKS", [BOT], "AKS"],
  ["lines stay lines", "first\nsecond", [], "first\nsecond"],
  ["no text", "", [BOT], ""],
])("%s", (_, text, entities, expected) => {
  expect(withoutMentions({ text, entities, bot })).toBe(expected);
});

test.each<[string, unknown[]]>([
  ["null", [null]],
  ["numbers and words", [1, "mention", true]],
  ["nobody mentioned", [{ type: "mention" }]],
  ["null mentioned", [{ type: "mention", mentioned: null, text: null }]],
  ["no text", [{ type: "mention", mentioned: { id: bot.id } }]],
  ["a text of the wrong type", [{ type: "mention", mentioned: { id: bot.id, name: {} }, text: 7 }]],
  ["an id of the wrong type", [{ type: "mention", mentioned: { id: 28 }, text: "<at>AKS</at>" }]],
])("malformed entities do no harm: %s", (_, entities) => {
  expect(withoutMentions({ text: "<at>Region Guide</at> AKS", entities, bot })).toBe("AKS");
});

test("a bot without a name is known by its entity", () => {
  const nameless = { id: bot.id, name: "" };
  expect(withoutMentions({ text: "<at>Region Guide</at> AKS", entities: [BOT], bot: nameless })).toBe("AKS");
});

test.each<[string, string]>([
  ["tags that open only", "<at>".repeat(60_000)],
  ["tags that never end", "<at ".repeat(60_000)],
  ["names of blanks", "<at>x</at>".concat(" </at>".repeat(40_000))],
  ["one long name", `<at>${"x".repeat(200_000)}</at>${" </at>".repeat(5_000)}`],
  ["many mentions", "<at>Region</at> ".repeat(15_000)],
])("a hostile text takes no more than its length: %s", (_, text) => {
  const started = performance.now();
  withoutMentions({ text, entities: [BOT], bot });
  // A tenth of a second on a quiet machine; whatever is worse than linear takes minutes on texts of this length.
  expect(performance.now() - started).toBeLessThan(10_000);
});
