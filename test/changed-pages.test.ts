/** What the check found changed is said below the answers that were written from it, and below no other. */
import { join } from "node:path";
import { loadKnowledge } from "../src/knowledge/load";
import type { ChangedPage } from "../src/knowledge/schema";
import type { Reply } from "../src/responder";
import { realResponder, respondWith } from "./support/responder";

const knowledge = loadKnowledge(join(process.cwd(), "knowledge"));
const GUIDES = "https://learn.microsoft.com/azure/reliability";
const LATER = "2026-12-01";

const page = (name: string, dated = LATER): ChangedPage => ({
  page: name.startsWith("https:") ? name : `${GUIDES}/${name}`,
  title: `The page ${name}`,
  dated,
});

function ask(text: string, ...pagesChanged: readonly ChangedPage[]): Reply {
  return respondWith({ ...knowledge, pagesChanged }).reply({ kind: "text", text });
}

/** The sentence of the foot, or undefined where there is none. */
function warning({ text }: Reply): string | undefined {
  return text.split("\n").find((line) => line.startsWith("Microsoft has changed"));
}

test("says which page, of which day, with its link, in the text and on the card", () => {
  const reply = ask("event grid failover", page("reliability-event-grid"));
  expect(warning(reply)).toBe(
    "Microsoft has changed a page behind this answer since it was written: The page reliability-event-grid (1 December 2026). Look there before you rely on it.",
  );
  expect(JSON.stringify(reply.card["body"])).toContain(
    `[The page reliability-event-grid](${GUIDES}/reliability-event-grid) (1 December 2026)`,
  );
  expect(reply.links).toContain(`${GUIDES}/reliability-event-grid`);
});

const lists = new Map(knowledge.targets.map(({ id, source }) => [id, source.replace(/[?#].*/, "")]));

test.each([
  ["a service", "event grid failover", "reliability-event-grid"],
  [
    "a service, the page behind one of its designs",
    "event grid failover",
    "https://learn.microsoft.com/azure/event-grid/custom-disaster-recovery-client-side",
  ],
  ["a service in a region, its pair", "event grid in Qatar Central", "regions-list"],
  ["a service whose list of regions decides", "netapp files in Qatar Central", lists.get("azure-netapp-files") ?? ""],
  ["a family, one of its members", "azure storage in italy north", "reliability-storage-queue"],
  ["several services, the second of them", "AKS, SQL and Key Vault in Qatar Central", "reliability-sql-database"],
  ["a region", "is Poland Central paired", "regions-list"],
  ["two regions", "west us 3 and east us", "regions-paired"],
  ["a general question", "what is a region pair", "regions-paired"],
])("said of %s: %s", (_what, text, name) => {
  expect(warning(ask(text, page(name)))).toContain(name);
});

test.each([
  ["no page has changed", "event grid failover", []],
  ["another service's page", "event grid failover", [page("reliability-event-hubs")]],
  ["a neighbour whose name is on the card", "event grid failover", [page("reliability-service-bus")]],
  ["the day that our file has already", "event grid failover", [page("reliability-event-grid", "2026-03-17")]],
  ["an older one of a page with a date of its own", "what is a region pair", [page("regions-paired", "2025-03-19")]],
  ["a page whose name only begins alike", "event grid failover", [page("reliability-event-grid-more")]],
  ["a decline", "what is the weather tomorrow", [page("regions-list")]],
  ["help", "what can you do", [page("regions-list")]],
])("nothing for %s: %s", (_what, text, pages) => {
  expect(warning(ask(text, ...pages))).toBeUndefined();
});

test("the newest three of many, and how many more", () => {
  const names = ["aks", "sql-database", "key-vault", "event-grid", "event-hubs"];
  const pages = names.map((name, i) => page(`reliability-${name}`, `2026-12-0${i + 1}`));
  const reply = ask("AKS, Azure SQL Database, Key Vault, Event Grid and Event Hubs failover", ...pages);
  expect(warning(reply)).toContain(
    "pages behind this answer since it was written: The page reliability-event-hubs (5 December 2026), The page reliability-event-grid (4 December 2026), The page reliability-key-vault (3 December 2026), and 2 more.",
  );
});

test("the compose box says so too", () => {
  const { hits } = realResponder({ ...knowledge, pagesChanged: [page("reliability-event-grid")] }).search("event grid");
  expect(JSON.stringify(hits[0]?.card["body"])).toContain("Microsoft has changed");
});
