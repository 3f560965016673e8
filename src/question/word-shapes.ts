/** How known words begin, end and how long they are: most pairs of words make none, which is seen without joining them. */
const CODES = 128;
const LONGEST = 64;

export class WordShapes {
  readonly #shapes: ReadonlySet<number>;

  constructor(words: Iterable<string>) {
    this.#shapes = new Set([...words].map((word) => shapeOf(word, word, word.length)));
  }

  /** @returns whether a word of this length that begins and ends as these do may be known; false where it is not */
  mayHave(first: string, last: string, length: number): boolean {
    return this.#shapes.has(shapeOf(first, last, length));
  }
}

function shapeOf(first: string, last: string, length: number): number {
  const start = (first.charCodeAt(0) % CODES) * CODES + (last.charCodeAt(last.length - 1) % CODES);
  return start * LONGEST + Math.min(length, LONGEST - 1);
}
