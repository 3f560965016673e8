/** Words that are half of a service's name and another thing; names as ARM and people in a hurry write them. */
import { realResponder } from "./support/responder";

const responder = realResponder();
const decisionOn = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply.decision;

test.each([
  ["what is the business impact when Qatar data center is down", "region"],
  ["data center in Qatar Central lost", "region"],
  ["Microsoft data center in Doha", "region"],
  ["how far is our data center from qatar central", "region"],
  ["our call center in Doha needs DR", "concept"],
  ["admin center in Qatar", "decline"],
  ["contact center bot in Qatar fails", "decline"],
  ["network operations center outage", "decline"],
  ["distribution center in Poland", "decline"],
  ["message center", "decline"],
  ["data center", "decline"],
])("%s: not API Center, nor a button to it", (text, kind) => {
  const { kind: given, services, candidates } = decisionOn(text);
  expect(given).toBe(kind);
  expect(services).toEqual([]);
  expect(candidates.map(({ service }) => service)).not.toContain("azure-api-center");
});

test.each(["API Center qatar", "the api center in Qatar", "api centre"])("%s: is API Center", (text) => {
  expect(decisionOn(text)).toMatchObject({ kind: "answer", services: ["azure-api-center"] });
});

test.each(["waf", "WAF", "WAF in Qatar", "web application firewall"])("%s: which of the two", (text) => {
  const { kind, candidates } = decisionOn(text);
  expect(kind).toBe("disambiguate");
  expect(candidates.map(({ service }) => service)).toEqual(["azure-application-gateway", "azure-front-door"]);
});

test.each([
  ["The property 'sku.name' Standard_RAGRS is not supported in region qatarcentral", ["qatarcentral"]],
  ["Error: (InvalidSkuForRegion) Standard_GRS is not available in qatarcentral", ["qatarcentral"]],
  ["is RAGRS supported Poland", ["polandcentral"]],
  ["Standard_RAGZRS in Spain", ["spaincentral"]],
  ["Standard_GZRS", []],
  ["RAGRS", []],
  ["sku Standard_RAGRS", []],
])("%s: GRS and its kin", (text, regions) => {
  expect(decisionOn(text)).toMatchObject({ kind: "concept", concept: "grs-gzrs", regions });
});

test.each([
  ["our mobile app pushes notifications from Doha, how to protect", "azure-notification-hubs"],
  ["single sign on when doha down", "microsoft-entra-id"],
  ["SSO in Qatar outage", "microsoft-entra-id"],
  ["logs of the SOC in qatar", "azure-monitor-logs"],
  ["can Front Door alone save us", "azure-front-door"],
])("%s: the service that does it", (text, service) => {
  expect(decisionOn(text)).toMatchObject({ kind: "answer", services: [service] });
});

test.each(["how do I set up SSO for salesforce", "sso error AADSTS50011", "sso not working on teams"])(
  "%s: another matter",
  (text) => {
    expect(decisionOn(text)).toMatchObject({ kind: "decline", reason: "other-topic" });
  },
);
