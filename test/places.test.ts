/** Cities and countries as they are called where people live. */
import { respondWith } from "./support/responder";

const ask = respondWith();

test.each([
  ["Londres", ["uksouth"]],
  ["Ciudad de México", ["mexicocentral"]],
  ["Key Vault à Londres", ["uksouth"]],
  ["AKS en Países Bajos", ["westeurope"]],
  ["Cosmos DB in Corea", ["koreacentral", "koreasouth"]],
  ["Bruselas, pair?", ["belgiumcentral"]],
  ["Zurigo", ["switzerlandnorth"]],
  ["Copenhague", ["denmarkeast"]],
  ["Event Hubs in Kapstadt", ["southafricawest"]],
  ["Service Bus au Royaume-Uni", ["uksouth", "ukwest"]],
  ["Singapur", ["southeastasia"]],
  ["Varsovia", ["polandcentral"]],
])("%s", (text, regions) => {
  expect(ask(text).regions).toEqual(regions);
});

test("Montréal has no region", () => {
  expect(ask("Montréal")).toMatchObject({ kind: "decline", regions: [] });
});
