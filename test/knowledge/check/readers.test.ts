/** What the check reads of a page before it compares anything. */
import { toAddress } from "../../../src/knowledge/check/addresses";
import { anchorsOf, slug } from "../../../src/knowledge/check/anchors";
import { dateOf, titleOf } from "../../../src/knowledge/check/front-matter";
import { withIncludes } from "../../../src/knowledge/check/includes";
import { readRedirects } from "../../../src/knowledge/check/redirects";

test.each([
  ["ms.date: 05/20/2026", "2026-05-20"],
  ["ms.date: 5/2/2026", "2026-05-02"],
  ['ms.date: "05/20/2026" # today', "2026-05-20"],
  ["ms.date: 2026-05-20", "2026-05-20"],
  ["ms.date: 20/05/2026", undefined],
  ["ms.date:", undefined],
  ["other: x", undefined],
  ["title: a: b: [broken\nms.date: 05/20/2026", "2026-05-20"],
])("the date of a page with %j is %s", (line, expected) => {
  expect(dateOf(`---\n${line}\n---\n\nms.date: 01/01/2020`)).toBe(expected);
  expect(dateOf(`\uFEFF---\r\n${line}\r\n---\r\n`)).toBe(expected);
});

test.each([
  ["title: Reliability in Azure Event Grid", "Reliability in Azure Event Grid"],
  ['title: "Reliability in Azure: Web PubSub" ', "Reliability in Azure: Web PubSub"],
  ["title:  It's here", "It's here"],
  ["title: [A](https://example.org) <b>B</b>", "A(https://example.org) bB/b"],
  [`title: ${"long ".repeat(40)}`, "long ".repeat(24).trim()],
  ["title:", undefined],
  ["titled: x", undefined],
])("the title of a page with %j is %s, fit for the text of a link", (line, expected) => {
  expect(titleOf(`---\n${line}\nms.date: 05/20/2026\n---\n\ntitle: other`)).toBe(expected);
  expect(titleOf(`---\r\n${line}\r\n---\r\n`)).toBe(expected);
});

test("a page without front matter has no date", () => {
  expect(dateOf("ms.date: 05/20/2026")).toBeUndefined();
});

test.each([
  ["Resilience to region-wide failures", "resilience-to-region-wide-failures"],
  ["What's new?", "whats-new"],
  ["Azure CLI & PowerShell", "azure-cli--powershell"],
  ["Recovery time (RTO), v2.0", "recovery-time-rto-v20"],
  ["snake_case Größe", "snake_case-größe"],
])("the heading %j has the anchor #%s", (heading, anchor) => {
  expect(slug(heading)).toBe(anchor);
});

test("anchors: headings in every form, repeated ones numbered, HTML, but no code and no tab's word", () => {
  const page =
    '# [One](#tab/one)\n\nTwo\n---\n\n### Two\n\n<a name="three"></a>\n\n```\n# Four\n```\n\n- ## *Five* `six`\n';
  expect([...anchorsOf(page)].sort()).toEqual(["five-six", "one", "three", "two", "two-1"]);
});

test("includes: relative, nested, without their front matter; a missing one and a circle end quietly", () => {
  const pages = new Map([
    ["a/page.md", "---\nms.date: x\n---\nA [!INCLUDE [b](../inc/b.md)] [!INCLUDE [gone](~/shared/gone.md)] Z"],
    ["inc/b.md", '---\ntitle: b\n---\nB [!include[c](./c.md "hint")]'],
    ["inc/c.md", "C [!INCLUDE [c](c.md)]"],
  ]);
  expect(withIncludes("a/page.md", pages).replace(/\s+/g, " ")).toBe("A B C Z");
  expect(withIncludes("nowhere.md", pages)).toBe("");
});

test.each([
  ["./reliability-aks.md#x", "https://learn.microsoft.com/azure/reliability/reliability-aks#x"],
  ["reliability-aks.md?pivots=a#x", "https://learn.microsoft.com/azure/reliability/reliability-aks?pivots=a#x"],
  ["/azure/backup/overview", "https://learn.microsoft.com/azure/backup/overview"],
  ["https://learn.microsoft.com/en-us/azure/backup", "https://learn.microsoft.com/azure/backup"],
  ["http://[broken", "http://[broken"],
])("the link %s means %s", (href, address) => {
  expect(toAddress(href)).toBe(address);
});

test("redirect files: both spellings of the source, other folders left out, a broken file named", () => {
  const entry = (fields: object) => ({ redirect_url: "/azure/reliability/new", ...fields });
  const { redirects, unread } = readRedirects([
    {
      name: ".openpublishing.redirection.json",
      text: JSON.stringify({
        redirections: [
          entry({ source_path_from_root: "/articles/reliability/old.md" }),
          entry({ source_path: "articles/reliability/older.yml" }),
          entry({ source_path: "articles/storage/x.md" }),
          entry({}),
        ],
      }),
    },
    { name: ".openpublishing.redirection.broken.json", text: "{" },
    { name: ".openpublishing.redirection.other.json", text: '{"redirections": 1}' },
  ]);
  expect(Object.fromEntries(redirects)).toEqual({
    "https://learn.microsoft.com/azure/reliability/old": "https://learn.microsoft.com/azure/reliability/new",
    "https://learn.microsoft.com/azure/reliability/older": "https://learn.microsoft.com/azure/reliability/new",
  });
  expect(unread.map(({ page }) => page)).toEqual([
    ".openpublishing.redirection.broken.json",
    ".openpublishing.redirection.other.json",
  ]);
});
