/**
 * For what costs memory or time at the start and is not needed there.
 * @param make called once, when the value is first asked for
 * @returns the value
 */
export function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
