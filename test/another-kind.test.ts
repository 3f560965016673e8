/** Words that name no service by themselves, after a card: the card before is no answer to them. */
import { talk } from "./support/talk";

function lastOf(...texts: readonly string[]): string {
  const { kind, services, regions } = talk(...texts).decision;
  return `${kind} ${services.join()} ${regions.join()}`;
}

test.each([
  ["hub in poland", "iot", "event", "answer azure-event-hubs polandcentral"],
  ["hub in poland", "iot", "notification", "answer azure-notification-hubs polandcentral"],
  ["container in qatar", "registry", "apps", "answer azure-container-apps qatarcentral"],
])("%s | %s | %s: another of what was offered", (first, second, third, expected) => {
  expect(lastOf(first, second, third)).toBe(expected);
});

test.each([
  ["AKS in doha", "and the database", "disambiguate  qatarcentral"],
  ["AKS in doha", "gateway", "disambiguate  qatarcentral"],
  ["AKS and functions in doha", "and the database", "disambiguate  qatarcentral"],
  ["AKS in doha", "event", "answer azure-event-hubs qatarcentral"],
  ["AKS in doha", "what about analytics", /^plan /],
  ["AKS and SQL DB in doha", "and the database", "answer azure-sql-database qatarcentral"],
  ["SQL MI in doha", "instances", "answer azure-sql-managed-instance qatarcentral"],
  ["key vault in doha", "data", "answer azure-key-vault qatarcentral"],
])("%s | %s: of other services, unless it tells of those before", (first, second, expected) => {
  const shown = lastOf(first, second);
  if (typeof expected === "string") expect(shown).toBe(expected);
  else expect(shown).toMatch(expected);
});

test.each([
  ["azure openai in spain", "speech"],
  ["SQL DB in qatar", "vision"],
  ["AKS in doha", "and the speech"],
  ["AKS in doha", "doha foobar"],
  ["AKS in doha", "speech in poland"],
])("%s | %s: I don't know that, and not the card again", (first, second) => {
  expect(lastOf(first, second)).toMatch(/^decline/);
});

test.each([
  ["anf in doha", "santiago law", "answer azure-monitor-logs chilecentral"],
  ["aks in doha", "doha law", "answer azure-monitor-logs qatarcentral"],
  ["chile central anf", "brazil south law", "answer azure-monitor-logs brazilsouth"],
  ["aks in doha", "and doha search", "answer azure-ai-search qatarcentral"],
])("%s | %s: a name that is also a word, behind its region", (first, second, expected) => {
  expect(lastOf(first, second)).toBe(expected);
});

test("what is not known in a list is said", () => {
  expect(talk("key vault, speech and app insights in Doha").text).toContain("I don't know Speech");
});
