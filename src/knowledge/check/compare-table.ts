/** Our services and capabilities against the rows of Microsoft's table. */
import { citationsOfService } from "../citations";
import { pageOf } from "../links";
import { nameKey } from "../normalise";
import type { Capability, Service } from "../schema";
import { match } from "./match";
import type { ListedCapability, ListedService, MultiregionTable } from "./multiregion-table";
import type { Drift, DriftKind } from "./report";

export const TABLE_PAGE = "regions-multiregion-support.md";

/** A service of ours that stands in the table, by its name there. */
type Entry = { readonly name: string; readonly tab: string; readonly service: Service };

/** A capability of ours that stands in the table, by its name there. */
type Claim = { readonly name: string; readonly path: string; readonly capability: Capability };

type Values = { readonly path: string; readonly ours: string | null; readonly theirs: string | null };

/**
 * @param services all of ours; those that are not in the table have no `table`
 * @param table theirs
 */
export function compareTable(services: readonly Service[], table: MultiregionTable): Drift[] {
  const entries = services.flatMap((service) => (service.table ? [{ ...service.table, service }] : []));
  const { matched, ours, theirs } = match(entries, table.services, isSameService);
  // A tab that could not be read says nothing about the services that stood in it.
  const tabs = new Set<string>(table.services.map(({ tab }) => tab));
  const gone = ours.filter(({ tab }) => tabs.has(tab));
  return [
    ...matched.flatMap(([entry, listed]) => compareService(entry, listed, table.capabilities)),
    ...gone.map(({ name, service }) =>
      drift("service-removed", service, name, { path: "table.name", ours: name, theirs: null }),
    ),
    ...theirs.map(({ name }) => serviceAdded(name)),
    ...services
      .filter(({ table }) => !table)
      .flatMap((service) => claimsOf(service).map((one) => rowGone(service, one))),
  ];
}

/** A new name for a service: only case or marks differ, or its guide is a page that our file was written from. */
function isSameService({ name, service }: Entry, listed: ListedService): boolean {
  if (nameKey(name) === nameKey(listed.name)) return true;
  const pages = citationsOfService(service).map(({ address }) => pageOf(address));
  return listed.guide !== undefined && pages.includes(pageOf(listed.guide));
}

function compareService(entry: Entry, listed: ListedService, all: readonly ListedCapability[]): Drift[] {
  const { name, tab, service } = entry;
  const rows = all.filter((row) => row.service === listed.name);
  return [
    ...differing([
      ["service-renamed", { path: "table.name", ours: name, theirs: listed.name }],
      ["service-moved", { path: "table.tab", ours: tab, theirs: listed.tab }],
    ]).map(([kind, values]) => drift(kind, service, name, values)),
    ...compareRows(service, rows),
  ];
}

function compareRows(service: Service, rows: readonly ListedCapability[]): Drift[] {
  const { matched, ours, theirs } = match(claimsOf(service), rows, isSameRow);
  const [claim, row] = [ours[0], theirs[0]];
  // One of ours and one of theirs are left: more likely a new name than one taken out and another put in.
  if (claim && row && ours.length === 1 && theirs.length === 1) {
    return [...matched, [claim, row] as const].flatMap(([a, b]) => compareRow(service, a, b));
  }
  return [
    ...matched.flatMap(([a, b]) => compareRow(service, a, b)),
    ...ours.map((one) => rowGone(service, one)),
    ...theirs.map(({ name }) =>
      drift("capability-added", service, name, { path: "capabilities", ours: null, theirs: name }),
    ),
  ];
}

function claimsOf({ capabilities }: Service): Claim[] {
  return capabilities.flatMap((capability, i) =>
    capability.tableRow === undefined ? [] : [{ name: capability.tableRow, path: `capabilities[${i}]`, capability }],
  );
}

function isSameRow({ name, capability }: Claim, row: ListedCapability): boolean {
  return nameKey(name) === nameKey(row.name) || capability.source === row.link;
}

function compareRow(service: Service, { name, path, capability }: Claim, row: ListedCapability): Drift[] {
  const ours = capability.limits ?? "none";
  const theirs = row.limits ? row.limits.join(" and ") || "none" : ours;
  return differing([
    ["capability-renamed", { path: `${path}.tableRow`, ours: name, theirs: row.name }],
    ["paired-changed", { path: `${path}.paired`, ours: yesNo(capability.paired), theirs: yesNo(row.paired) }],
    [
      "nonpaired-changed",
      { path: `${path}.nonpaired`, ours: yesNo(capability.nonpaired), theirs: yesNo(row.nonpaired) },
    ],
    ["limits-changed", { path: `${path}.limits`, ours, theirs }],
  ]).map(([kind, values]) => drift(kind, service, name, values));
}

function differing(pairs: ReadonlyArray<readonly [DriftKind, Values]>): Array<readonly [DriftKind, Values]> {
  return pairs.filter(([, { ours, theirs }]) => ours !== theirs);
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}

function rowGone(service: Service, { name, path }: Claim): Drift {
  return drift("capability-removed", service, name, { path: `${path}.tableRow`, ours: name, theirs: null });
}

function serviceAdded(name: string): Drift {
  return {
    kind: "service-added",
    file: "services/",
    path: "",
    page: TABLE_PAGE,
    subject: name,
    ours: null,
    theirs: name,
  };
}

function drift(kind: DriftKind, service: Service, about: string, values: Values): Drift {
  const name = service.table?.name ?? service.name;
  const subject = about === name ? name : `${name}, ${about}`;
  return { kind, file: `services/${service.id}.json`, page: TABLE_PAGE, subject, ...values };
}
