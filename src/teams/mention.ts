/**
 * Takes the bot's name out of what was typed. Our own work rather than the SDK's, which takes out one mention only,
 * leaves names split over two tags and HTML entities, and throws on malformed entities.
 */

/** What of an activity this needs; `entities` is foreign and may hold anything. */
export type Mentioning = {
  readonly text: string;
  readonly entities: readonly unknown[];
  readonly bot: { readonly id: string; readonly name: string };
};

/** A stretch of the text: typed words, or a name between `<at>` and `</at>`. */
type Piece = { readonly mention: boolean; readonly text: string };

/** Linear in the length of the text whatever is in it: a tag ends at the next angle bracket. */
const TAG = /(<\/?at(?:\s[^<>]*)?>)/i;
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|apos|#39|#160);/gi;
const CHARACTERS: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&#160;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
};
/** A display name is split at its spaces, and no bot is called by more words than this. */
const MOST_PARTS = 6;
/** The manifest allows 100 characters; HTML entities make them more. Also keeps the work linear. */
const LONGEST_NAME = 600;

/**
 * The message without mentions of the bot; other people's mentions keep their name.
 * @param message the text, its entities, and who the bot is
 * @returns plain text: no `<at>` tags, HTML entities decoded once, single spaces; empty where only the bot was named
 */
export function withoutMentions(message: Mentioning): string {
  const names = namesOfBot(message);
  const pieces = piecesOf(message.text);
  const kept: string[] = [];
  for (let index = 0; index < pieces.length; ) {
    const parts = partsOfBotName(pieces, index, names);
    kept.push(parts === 0 ? (pieces[index]?.text ?? "") : " ");
    index += Math.max(parts, 1);
  }
  return tidy(kept.join(""));
}

/** Cuts the text at its tags; a name whose tag is never closed counts as typed words. */
function piecesOf(text: string): Piece[] {
  const cuts = text.split(TAG);
  // Every odd cut is a tag; what lies between an opening and a closing one is a name.
  return cuts.flatMap((cut, index) => {
    if (index % 2 === 1 || cut === "") return [];
    const mention = isTag(cuts[index - 1], "<at") && isTag(cuts[index + 1], "</at");
    return [{ mention, text: cut }];
  });
}

function isTag(cut: string | undefined, start: string): boolean {
  return cut?.toLowerCase().startsWith(start) ?? false;
}

/** How many pieces from here on spell the bot's name, spaces between its parts included; 0 for none. */
function partsOfBotName(pieces: readonly Piece[], start: number, names: ReadonlySet<string>): number {
  let name = "";
  let longest = 0;
  for (let index = start, parts = 0; parts < MOST_PARTS; index++) {
    const piece = pieces[index];
    if (!piece || (index === start && !piece.mention)) break;
    if (piece.mention) parts++;
    else if (sameName(piece.text) !== "") break;
    name += piece.mention ? piece.text : " ";
    if (name.length > LONGEST_NAME) break;
    if (names.has(sameName(name))) longest = index - start + 1;
  }
  return longest;
}

/** The bot's names: its own, and whatever the entities that point at it call it. */
function namesOfBot({ entities, bot }: Mentioning): ReadonlySet<string> {
  const called = entities.flatMap((entity) => (isMentionOf(entity, bot.id) ? namesIn(entity) : []));
  return new Set([bot.name, ...called].map(sameName).filter((name) => name !== ""));
}

type Mention = { readonly mentioned: object; readonly text?: unknown };

function isMentionOf(entity: unknown, id: string): entity is Mention {
  if (typeof entity !== "object" || entity === null || !("mentioned" in entity)) return false;
  const { mentioned } = entity;
  return typeof mentioned === "object" && mentioned !== null && "id" in mentioned && mentioned.id === id;
}

/** What an entity calls the bot. Its text is the whole mention, tags and all, at times of two tags. */
function namesIn(mention: Mention): string[] {
  const name = "name" in mention.mentioned ? mention.mentioned.name : undefined;
  return [name, mention.text].filter((found) => typeof found === "string").map(withoutTags);
}

function withoutTags(text: string): string {
  const cuts = text.split(TAG);
  return cuts.filter((_, index) => index % 2 === 0).join("");
}

/** Names compare without case, HTML entities, and differences of spacing. */
function sameName(name: string): string {
  return tidy(name).replace(/\s/g, "").toLowerCase();
}

function tidy(text: string): string {
  const decoded = text.replace(ENTITY, (entity) => CHARACTERS[entity.toLowerCase()] ?? entity);
  return decoded.replace(/[^\S\n]+/g, " ").trim();
}
