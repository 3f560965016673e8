/** A word as a number: enough to tell whether it is on a list, in a fraction of the list's memory. */

/** FNV-1a (Fowler, Noll, Vo) of the word's UTF-16 units: 0 to 2^32 - 1, the same on every machine. */
export function fingerprintOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** @returns one for each word, in order */
export function fingerprintsOf(words: readonly string[]): number[] {
  return words.map(fingerprintOf);
}

/** Of 2^32 fingerprints, those that share their upper bits are looked through: some ten. */
const UPPER_BITS = 12;
const LOWER_BITS = 32 - UPPER_BITS;

/** A list of fingerprints, to find one in. */
export class Fingerprints {
  /** Where those with these upper bits begin, and the end of all. */
  readonly #starts: Uint32Array;

  constructor(readonly ascending: Uint32Array) {
    this.#starts = new Uint32Array(2 ** UPPER_BITS + 1);
    for (const fingerprint of ascending) this.#count((fingerprint >>> LOWER_BITS) + 1);
    for (let i = 1; i < this.#starts.length; i += 1) this.#starts[i] = this.#startAt(i) + this.#startAt(i - 1);
  }

  /** @returns where the fingerprint stands, -1 where it does not */
  placeOf(fingerprint: number): number {
    const upper = fingerprint >>> LOWER_BITS;
    const end = this.#startAt(upper + 1);
    for (let at = this.#startAt(upper); at < end; at += 1) if (this.ascending[at] === fingerprint) return at;
    return -1;
  }

  #count(at: number): void {
    this.#starts[at] = this.#startAt(at) + 1;
  }

  #startAt(at: number): number {
    return this.#starts[at] ?? 0;
  }
}

/** @param base64 as Buffer writes the bytes of a typed array */
export function bytesOf(base64: string): Uint8Array {
  // Copied, since a short Buffer begins somewhere in a larger one.
  return new Uint8Array(Buffer.from(base64, "base64"));
}
