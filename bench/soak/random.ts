/** Chance that comes out the same at each run. */
export type Chance = {
  /** 0 up to 1, as Math.random. */
  readonly next: () => number;
  /** One of the list. */
  readonly pick: <T>(list: readonly T[]) => T;
};

/** mulberry32, public domain: small, and even enough to share out traffic. */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T };
}
