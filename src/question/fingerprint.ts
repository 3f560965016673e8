/** A word as a number: enough to tell whether it is on a list, in a fraction of the list's memory. */

/** FNV-1a (Fowler, Noll, Vo) of the word's UTF-16 units: 0 to 2^32 - 1, the same on every machine. */
export function fingerprintOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** @returns where it stands in the ascending list, -1 where it does not */
export function placeOf(fingerprint: number, ascending: Uint32Array): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < fingerprint) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === fingerprint ? low : -1;
}
