/** Finding each thing of ours among theirs, also when it has a new name. */

export type Named = { readonly name: string };

export type Match<A, B> = {
  readonly matched: ReadonlyArray<readonly [A, B]>;
  readonly ours: readonly A[];
  readonly theirs: readonly B[];
};

/**
 * The same name first; what is then left on both sides may be the same thing under a new name.
 * @param isSame whether a leftover of ours is a leftover of theirs
 */
export function match<A extends Named, B extends Named>(
  ours: readonly A[],
  theirs: readonly B[],
  isSame: (ours: A, theirs: B) => boolean,
): Match<A, B> {
  const byName = new Map(theirs.map((item) => [item.name, item]));
  const names = new Set(ours.map(({ name }) => name));
  const left = {
    ours: ours.filter(({ name }) => !byName.has(name)),
    theirs: theirs.filter(({ name }) => !names.has(name)),
  };
  const renamed = pairOff(left.ours, left.theirs, isSame);
  const same = ours.flatMap((item): Array<readonly [A, B]> => {
    const other = byName.get(item.name);
    return other ? [[item, other]] : [];
  });
  return {
    matched: [...same, ...renamed],
    ours: left.ours.filter((item) => !renamed.some(([a]) => a === item)),
    theirs: left.theirs.filter((item) => !renamed.some(([, b]) => b === item)),
  };
}

/** Each leftover is used up by the first that fits. */
function pairOff<A, B>(
  ours: readonly A[],
  theirs: readonly B[],
  isSame: (ours: A, theirs: B) => boolean,
): Array<readonly [A, B]> {
  const free = new Set(theirs);
  return ours.flatMap((item): Array<readonly [A, B]> => {
    const other = [...free].find((candidate) => isSame(item, candidate));
    if (!other) return [];
    free.delete(other);
    return [[item, other]];
  });
}
