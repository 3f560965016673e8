/** The check on small made-up pages: each way in which Microsoft's can change, and what the report then says. */
import { checkKnowledge } from "../../../src/knowledge/check/check";
import { formatReport, type Report } from "../../../src/knowledge/check/report";
import { toStatus } from "../../../src/knowledge/check/status";
import { statusSchema } from "../../../src/knowledge/status-schema";
import { madeUpDocs, madeUpKnowledge, madeUpPages } from "./made-up";

const knowledge = madeUpKnowledge();

/** The report when one page of theirs reads otherwise. */
function reportAfter(page: string, before: string | RegExp, after: string): Report {
  const pages = madeUpPages();
  const text = pages.get(page) ?? "";
  const changed = text.replace(before, () => after);
  if (changed === text) throw new Error(`${page} has no ${before}`);
  return checkKnowledge(knowledge, madeUpDocs(pages.set(page, changed)));
}

/** One difference as a line: kind, subject, ours → theirs. */
function lines({ drift }: Report): string[] {
  return drift.map(({ kind, subject, ours, theirs }) => `${kind}: ${subject}: ${ours} → ${theirs}`);
}

const TABLE = "regions-multiregion-support.md";
const LIST = "regions-list.md";

test("pages that agree are in step, and the report says how much was compared", () => {
  const report = checkKnowledge(knowledge, madeUpDocs());
  expect(lines(report)).toEqual([]);
  expect(report.unread).toEqual([]);
  expect(report.inStep).toBe(true);
  expect(report.compared).toEqual({ services: 3, rows: 3, regions: 5, links: 10, linksElsewhere: 3, pages: 5 });
  expect(report.notes).toEqual([
    "Hidden Land is named only as a pair in regions-list.md: nothing else of it was compared.",
  ]);
  expect(formatReport(report)).toContain("In step");
});

test.each<[string, Report, string[]]>([
  [
    "a service is added",
    reportAfter(TABLE, "- <img", "- [Azure Omega](./reliability-omega.md)\n- <img"),
    ["service-added: Azure Omega: null → Azure Omega"],
  ],
  [
    "a service with something built in is added",
    reportAfter(TABLE, "| Azure Gamma", "| Azure Omega | Mirror | | | |\n| Azure Gamma"),
    ["service-added: Azure Omega: null → Azure Omega"],
  ],
  [
    "a service is taken out",
    reportAfter(TABLE, /\| Azure Gamma.*\n/, ""),
    ["service-removed: Azure Gamma: Azure Gamma → null"],
  ],
  [
    "a service has a new name and the same guide",
    reportAfter(TABLE, "[Azure Beta]", "[Azure Better]"),
    ["service-renamed: Azure Beta: Azure Beta → Azure Better"],
  ],
  [
    "a service has a new name and no link, in other letters only",
    reportAfter(TABLE, "Azure Gamma", "Azure gamma"),
    ["service-renamed: Azure Gamma: Azure Gamma → Azure gamma"],
  ],
  [
    "a service gets something built in",
    reportAfter(TABLE, "| Azure Gamma", "| Azure Beta | Copying | | | |\n| Azure Gamma"),
    ["service-moved: Azure Beta: none → built-in", "capability-added: Azure Beta, Copying: null → Copying"],
  ],
  [
    "a row is added",
    reportAfter(TABLE, "| Azure Gamma", "| Azure Gamma | Hold | | | |\n| Azure Gamma"),
    ["capability-added: Azure Gamma, Hold: null → Hold"],
  ],
  [
    "a row is taken out",
    reportAfter(TABLE, /\|[^|]*\| \[Keeping\].*\n/, ""),
    ["capability-removed: Azure Alpha (old and new), Keeping: Keeping → null"],
  ],
  [
    "a row has a new name",
    reportAfter(TABLE, "[Keeping](./reliability-alpha.md#keeping)", "[Storing](./new.md)"),
    ["capability-renamed: Azure Alpha (old and new), Keeping: Keeping → Storing"],
  ],
  [
    "a row has a new name and the same link, another one is new",
    reportAfter(
      TABLE,
      /\|([^|]*)\| \[Keeping\]/,
      "| Azure Alpha (old and new) | Odd | | | |\n| Azure Alpha (old and new) | [Storing]",
    ),
    [
      "capability-renamed: Azure Alpha (old and new), Keeping: Keeping → Storing",
      "capability-added: Azure Alpha (old and new), Odd: null → Odd",
    ],
  ],
  [
    "a row now works without a pair",
    reportAfter(TABLE, "| | Keeps.", '| :::image alt-text="Yes" source="x"::: | Keeps.'),
    ["nonpaired-changed: Azure Alpha (old and new), Keeping: no → yes"],
  ],
  [
    "a row no longer works with a pair",
    reportAfter(TABLE, /(?<=#keeping\) \| ):::image[^|]*/, " "),
    ["paired-changed: Azure Alpha (old and new), Keeping: yes → no"],
  ],
  [
    "a footnote is gone from both cells",
    reportAfter(TABLE, /(?<=Mirror \|.*)<sub>1<\/sub> \|(.*)<sub>1<\/sub>/, "| ✓"),
    ["limits-changed: Azure Gamma, Mirror: needs-other-services → none"],
  ],
  [
    "a row has both footnotes",
    reportAfter(TABLE, /(?<=Mirror \|.*)<sub>1<\/sub>/, "<sub>1</sub> <sub>2</sub>"),
    ["limits-changed: Azure Gamma, Mirror: needs-other-services → needs-other-services and listed-regions"],
  ],
  [
    "a region is added",
    reportAfter(LIST, "| Far Land", "| New Land | | N/A | New Town | Nowhere | newland |\n| Far Land"),
    ["region-added: New Land: null → New Land"],
  ],
  ["a region is taken out", reportAfter(LIST, /\| East Land.*\n/, ""), ["region-removed: East Land: East Land → null"]],
  [
    "a region is renamed",
    reportAfter(LIST, "| East Land", "| Eastern Land"),
    ["region-renamed: Eastern Land: East Land → Eastern Land"],
  ],
  [
    "a region gets a pair that names it back",
    reportAfter(LIST, "| North Land | Right Town", "| Cold Land | Right Town"),
    ["region-pair: East Land: North Land → Cold Land"],
  ],
  [
    "a region loses its pair",
    reportAfter(LIST, /Hidden Land/, "N/A"),
    [
      "region-removed: Hidden Land: Hidden Land → null",
      "region-pair: Cold Land: Hidden Land → null",
      "region-pairing: Cold Land: mutual → none",
    ],
  ],
  [
    "a pair no longer names a region back",
    reportAfter(LIST, "South Land | Upper", "East Land | Upper"),
    [
      "region-pair: North Land: South Land → East Land",
      "region-pairing: South Land: mutual → one-way",
      "region-pairing: East Land: one-way → mutual",
    ],
  ],
  [
    "a region gets zones, is open to all and has moved",
    reportAfter(
      LIST,
      /\| :::image[^|]* South Land \| \| North Land \| n\/a \| Nowhere/,
      "| South Land | ✓ | North Land | Low | Here",
    ),
    [
      "region-zones: South Land: no → yes",
      "region-restricted: South Land: yes → no",
      "region-geography: South Land: Nowhere → Here",
    ],
  ],
  [
    "a region's town is another",
    reportAfter(LIST, "Upper Town", "Lower Town"),
    ["region-location: North Land: Upper Town → Lower Town"],
  ],
  [
    "a region is only announced",
    reportAfter(LIST, /\| Cold Land/, '| :::image source="media/icon-region-coming-soon.svg"::: Cold Land'),
    ["region-coming-soon: Cold Land: open → coming soon"],
  ],
  [
    "the table of pairs says something else",
    reportAfter("includes/paired-regions-include.md", "| Far Land | N/A", "| Far Land | East Land"),
    ["region-pair: Far Land: null → East Land"],
  ],
  [
    "the table of regions without a pair has one more and one less",
    reportAfter("includes/nonpaired-regions-include.md", "Far Land", "East Land"),
    ["region-pair: East Land: North Land → null", "region-pair: Far Land: null → some region"],
  ],
  [
    "the pairs page calls another pair one-way",
    reportAfter("regions-paired.md", "- East Land is", "- South Land is unidirectionally"),
    ["region-pairing: South Land: mutual → one-way"],
  ],
  [
    "a guide is newer than what we read, for both files that were written from it",
    reportAfter("reliability-alpha.md", "03/01/2026", "03/02/2026"),
    [
      "page-changed: reliability-alpha: 2026-03-01 → 2026-03-02",
      "page-changed: reliability-alpha: 2026-03-01 → 2026-03-02",
    ],
  ],
  [
    "an anchor is gone",
    reportAfter("reliability-beta.md", "What's new", "What's old"),
    ["anchor-gone: reliability-beta: #whats-new-in-beta → null"],
  ],
  [
    "an anchor in an include is gone",
    reportAfter("includes/alpha/rest.md", 'id="keeping"', 'id="keeping-it"'),
    ["anchor-gone: reliability-alpha: #keeping → null"],
  ],
])("%s", (_change, report, expected) => {
  expect(lines(report).sort()).toEqual([...expected].sort());
  expect(report.unread).toEqual([]);
  expect(report.inStep).toBe(false);
});

test("a region that an older list names without a programmatic name is the same region", () => {
  const old = reportAfter(LIST, /\| Programmatic name \|/g, "|");
  expect(lines(old)).toEqual([]);
});

test("a difference names our file, the place in it and their page", () => {
  const { drift } = reportAfter(TABLE, "| | Keeps.", "| ✓ | Keeps.");
  expect(drift[0]).toEqual({
    kind: "nonpaired-changed",
    file: "services/azure-alpha.json",
    path: "capabilities[1].nonpaired",
    page: TABLE,
    subject: "Azure Alpha (old and new), Keeping",
    ours: "no",
    theirs: "yes",
  });
  expect(formatReport(reportAfter(TABLE, "| | Keeps.", "| ✓ | Keeps."))).toContain('ours "no", Microsoft\'s "yes"');
});

test("the readable report says which anchor is gone", () => {
  const report = reportAfter("reliability-beta.md", "What's new", "What's old");
  expect(formatReport(report)).toContain("/reliability-beta#whats-new-in-beta");
});

test("a page that moved is followed, over two redirects, and named with the place where it is now", () => {
  const pages = madeUpPages();
  pages.delete("reliability-gamma.md");
  const guides = "https://learn.microsoft.com/azure/reliability";
  const report = checkKnowledge(
    knowledge,
    madeUpDocs(pages, {
      [`${guides}/reliability-gamma`]: `${guides}/gamma`,
      [`${guides}/gamma`]: "https://learn.microsoft.com/gamma/reliability",
    }),
  );
  expect(lines(report)).toEqual([
    "page-moved: reliability-gamma: https://learn.microsoft.com/azure/reliability/reliability-gamma → https://learn.microsoft.com/gamma/reliability",
  ]);
});

test("Microsoft's table is read where it has moved to", () => {
  const pages = madeUpPages();
  const moved = `${pages.get(TABLE)}`.replace("[Azure Beta]", "[Azure Better]");
  pages.set("support.md", moved).delete(TABLE);
  const guides = "https://learn.microsoft.com/azure/reliability";
  const redirects = { [`${guides}/regions-multiregion-support`]: `${guides}/support?tabs=x` };
  const report = checkKnowledge(knowledge, madeUpDocs(pages, redirects));
  expect(report.compared).toMatchObject({ services: 3, rows: 3 });
  expect(report.unread).toEqual([]);
  expect(lines(report)).toEqual(["service-renamed: Azure Beta: Azure Beta → Azure Better"]);
});

test("redirects in a circle and no redirect at all both mean that the page is gone or elsewhere, never a hang", () => {
  const pages = madeUpPages();
  pages.delete("reliability-gamma.md");
  const gamma = "https://learn.microsoft.com/azure/reliability/reliability-gamma";
  expect(lines(checkKnowledge(knowledge, madeUpDocs(pages)))).toEqual([
    `page-gone: reliability-gamma: ${gamma} → null`,
  ]);
  expect(lines(checkKnowledge(knowledge, madeUpDocs(pages, { [gamma]: gamma })))).toHaveLength(1);
});

describe("what cannot be read is named, and the rest is compared", () => {
  test("all pages missing but one", () => {
    const pages = new Map([["regions-list.md", madeUpPages().get("regions-list.md") ?? ""]]);
    const report = checkKnowledge(knowledge, madeUpDocs(pages));
    expect(report.unread.map(({ page, problem }) => `${page} ${problem}`)).toEqual([
      "regions-multiregion-support.md is missing",
      "includes/paired-regions-include.md is missing",
      "includes/nonpaired-regions-include.md is missing",
      "regions-paired.md is missing",
    ]);
    expect(new Set(report.drift.map(({ kind }) => kind))).toEqual(new Set(["page-gone"]));
    expect(report.inStep).toBe(false);
  });

  test("pages that are there and cannot be opened are named once, and not called gone", () => {
    const pages = madeUpPages();
    const unread = [LIST, "reliability-gamma.md"].map((page) => ({ page, problem: "may not be read" }));
    for (const { page } of unread) pages.delete(page);
    const report = checkKnowledge(knowledge, { ...madeUpDocs(pages), unread });
    expect(report.unread).toEqual(unread);
    expect(lines(report)).toEqual([]);
  });

  test.each<[string, Report, string[]]>([
    ["an empty page", reportAfter(TABLE, /[\s\S]*/, ""), ["has no table with", "has no tab with"]],
    [
      "a column with another head",
      reportAfter(TABLE, "| Nonpaired regions", "| Single regions"),
      ["has no table with"],
    ],
    ["no second tab", reportAfter(TABLE, "#tab/no-built-in", "#tab/other"), ["has no tab with"]],
    ["a cell with a word", reportAfter(TABLE, "| | Keeps.", "| Sometimes | Keeps."), ['"Sometimes" is neither']],
    ["an unknown footnote", reportAfter(TABLE, "| | Keeps.", "| ✓ <sub>7</sub> | Keeps."), ["footnote 7"]],
    [
      "a footnote in other words",
      reportAfter(TABLE, /Only some region.*/, "See the guide."),
      ['"Geo-copying": footnote 2 is not one'],
    ],
    ["a row without a service", reportAfter(TABLE, "| Azure Gamma |", "| | x | | | |\n| Azure Gamma |"), ["1 row(s)"]],
    ["no list of regions", reportAfter(LIST, /Availability zone support/g, "Zones"), ["has no table with"]],
    ["two tabs that differ", reportAfter(LIST, /Far Town(?=[^F]*$)/, "Near Town"), ["different things of Far Land"]],
    ["no examples of one-way pairs", reportAfter("regions-paired.md", /- .*/g, ""), ["has no list of asym"]],
    [
      "no regions in the include",
      reportAfter("includes/nonpaired-regions-include.md", "Far Land", ""),
      ["has no table"],
    ],
    ["a page without a date", reportAfter("reliability-beta.md", "ms.date", "date"), ["has no ms.date"]],
    ["a page without a heading", reportAfter("reliability-gamma.md", "## `Mirror`", "Mirror"), ["has no heading"]],
    ["a date that is none", reportAfter("reliability-beta.md", "02/01/2026", "soon"), ["has no ms.date"]],
  ])("%s", (_fault, report, expected) => {
    const problems = report.unread.map(({ problem }) => problem).join("\n");
    for (const part of expected) expect(problems).toContain(part);
    const found = report.drift.map(({ kind }) => kind);
    for (const kind of ["service-removed", "region-removed", "limits-changed", "anchor-gone"])
      expect(found).not.toContain(kind);
    expect(report.inStep).toBe(false);
    expect(formatReport(report)).toContain("could not be read");
  });
});

test("the status file names each page that changed once, with the date that it has now", () => {
  const report = reportAfter("reliability-alpha.md", "03/01/2026", "03/02/2026");
  const page = "https://learn.microsoft.com/azure/reliability/reliability-alpha";
  expect(statusSchema.parse(toStatus(report, madeUpDocs(), "2026-11-24"))).toEqual({
    checkedOn: "2026-11-24",
    pagesChanged: [{ page, title: "Made up", dated: "2026-03-02" }],
  });
  expect(toStatus(report, madeUpDocs(new Map()), "2026-11-24").pagesChanged).toEqual([
    { page, title: "reliability-alpha", dated: "2026-03-02" },
  ]);
});
