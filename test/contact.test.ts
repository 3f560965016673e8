import { addressOf, type Contact, LONGEST_QUESTION } from "../src/contact";

const ADA: Contact = { kind: "teams-user", address: "ada@contoso.com" };
const INTRODUCTION = "A question on Azure regions:";

test("a Teams user: the chat opens with the question in the box", () => {
  const url = new URL(addressOf(ADA, INTRODUCTION, "Event Grid in Doha?"));
  expect(url.origin + url.pathname).toBe("https://teams.microsoft.com/l/chat/0/0");
  expect(url.searchParams.get("users")).toBe("ada@contoso.com");
  expect(url.searchParams.get("message")).toBe("A question on Azure regions: Event Grid in Doha?");
});

test("a mailbox: subject and body", () => {
  const contact: Contact = { kind: "mail", address: "cloud-team@contoso.com" };
  const url = new URL(addressOf(contact, INTRODUCTION, "AKS & SQL?"));
  expect([url.protocol, url.pathname]).toEqual(["mailto:", "cloud-team@contoso.com"]);
  expect(url.searchParams.get("subject")).toBe(INTRODUCTION);
  expect(url.searchParams.get("body")).toBe("A question on Azure regions: AKS & SQL?");
});

test("a guest of the tenant, whose address has marks of its own", () => {
  const guest: Contact = { kind: "teams-user", address: "ada_contoso.com#EXT#@fabrikam.example" };
  expect(new URL(addressOf(guest, INTRODUCTION, "AKS?")).searchParams.get("users")).toBe(guest.address);
  const mailbox: Contact = { ...guest, kind: "mail" };
  expect(addressOf(mailbox, INTRODUCTION, "AKS?")).toMatch(/^mailto:ada_contoso\.com%23EXT%23@fabrikam\.example\?/);
});

test("a channel or a form opens as it is", () => {
  const url = "https://teams.microsoft.com/l/channel/19%3Aa?groupId=1";
  expect(addressOf({ kind: "link", url }, INTRODUCTION, "AKS?")).toBe(url);
});

test.each([
  ["another receiver", "AKS&users=eve@evil.example", "AKS&users=eve@evil.example"],
  ["the end of a Markdown link", "AKS) [x](javascript:1", "AKS) [x](javascript:1"],
  ["lines and blanks", " AKS\n\n in\tDoha ", "AKS in Doha"],
  ["half a character", "AKS \ud800?", "AKS ?"],
  ["a whole one of two halves", "AKS 👍", "AKS 👍"],
  ["more than a person reads", "x".repeat(28_000), `${"x".repeat(LONGEST_QUESTION)}…`],
  ["nothing", "", ""],
])("a question that holds %s goes along as text and nothing else", (_, question, expected) => {
  const address = addressOf(ADA, INTRODUCTION, question);
  expect(address).not.toMatch(/[\s()"'<>]/);
  const { searchParams } = new URL(address);
  expect([...searchParams.keys()]).toEqual(["users", "message"]);
  expect(searchParams.get("message")).toBe(`${INTRODUCTION} ${expected}`.trim());
});
