/** Kinds that lists are asked for by: "which storage services need a pair". Of other kinds no list can be narrowed. */
export type Kind = "storage" | "database" | "messaging";

const SERVICES: ReadonlyArray<readonly [Kind, RegExp, RegExp]> = [
  ["storage", /^storage$/, /storage|azure-files|netapp|elastic-san|data-lake/],
  ["database", /^database$/, /database-for|sql|cosmos|documentdb|redis/],
  ["messaging", /^(messaging|message)$/, /service-bus|event-hubs|event-grid|queue-storage|notification-hubs/],
];

/** @returns the one kind that the words name, or null */
export function kindOf(words: readonly string[]): Kind | null {
  const named = SERVICES.filter(([, name]) => words.some((word) => name.test(word)));
  const [only] = named;
  return only && named.length === 1 ? only[0] : null;
}

export function isOfKind(service: string, kind: Kind): boolean {
  return SERVICES.some(([one, , ids]) => one === kind && ids.test(service));
}
