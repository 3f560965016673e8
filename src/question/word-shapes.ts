/** How known words begin, end and how long they are: most pairs of words make none, which is seen without joining them. */
const CODES = 128;
const LONGEST = 64;
/** In one number of the array, and the power of 2 that this is. */
const BITS = 32;
const POWER = 5;

export class WordShapes {
  /** A bit for each shape, 128 KB: quicker than a Set. */
  readonly #bits = new Uint32Array((CODES * CODES * LONGEST) / BITS);

  constructor(words: Iterable<string>) {
    for (const word of words) this.#add(shapeOf(word, word, word.length));
  }

  /** @returns whether a word of this length that begins and ends as these do may be known; false where it is not */
  mayHave(first: string, last: string, length: number): boolean {
    const shape = shapeOf(first, last, length);
    return ((this.#bits[shape >>> POWER] ?? 0) & (1 << shape)) !== 0;
  }

  #add(shape: number): void {
    this.#bits[shape >>> POWER] = (this.#bits[shape >>> POWER] ?? 0) | (1 << shape);
  }
}

function shapeOf(first: string, last: string, length: number): number {
  const start = (first.charCodeAt(0) % CODES) * CODES + (last.charCodeAt(last.length - 1) % CODES);
  return start * LONGEST + Math.min(length, LONGEST - 1);
}
