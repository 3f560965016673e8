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

/** @param make called once for each text; for few texts, since all are kept */
export function onceForEach(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
