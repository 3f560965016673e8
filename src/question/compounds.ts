/** Words for services within compounds of everyday life: the wind tunnel, the case files, the queue line. */
import { wordSet } from "../knowledge/normalise";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** What makes of a word a thing of everyday life, right before it or right behind it. */
type Everyday = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

/** @returns whether one word with its neighbour is a thing that no cloud has: "salt vault", "queue line" */
export function isEverydayCompound({ start, end }: Pick<Span, "start" | "end">, tokens: readonly Token[]): boolean {
  const [before, name, after] = [tokens[start - 1], tokens[start], tokens[end]];
  const everyday = end - start === 1 && name ? COMPOUNDS.get(name.canonical) : undefined;
  if (!everyday || !name) return false;
  if (before && !name.breakBefore && everyday.before.has(before.word)) return true;
  return after !== undefined && !after.breakBefore && everyday.after.has(after.word);
}

function everyday(name: string, before: string, after = ""): [string, Everyday][] {
  return [...wordSet(name)].map((word) => [word, { before: wordSet(before), after: wordSet(after) }]);
}

const COMPOUNDS: ReadonlyMap<string, Everyday> = new Map([
  ...everyday(
    "tunnel",
    "wind water train railway rail road subway metro tube car ski service flow carpal mountain alpine highway motorway pedestrian cable",
    "boring vision driver toll fire ventilation traffic test tests camera cameras",
  ),
  ...everyday(
    "vault",
    "real physical steel concrete bank cad pdm document documents evidence media photo archive tape seed burial salt pole wine gold bullion cash church cathedral barrel ribbed family film money treasure diamond coin museum jewel jewellery",
    "toilet ceiling room rooms door doors jump jumper",
  ),
  ...everyday(
    "queue",
    "museum theatre theater checkout hospital ride passport taxi visitor people passenger guest fan tourist airport cinema supermarket border immigration coaster entrance cafeteria boarding phone call callcentre waiting ride coaster lunch",
    "line lines time times jump jumping jumper wait waiting barrier barriers display displays ticket management",
  ),
  ...everyday(
    "file",
    "case personnel court police staff medical legal tax criminal nail employee hr investigation pupil",
    "cabinet cabinets",
  ),
  ...everyday(
    "table",
    "seating pricing round excel word time steering pool league dinner dining restaurant kitchen coffee billiard billiards tide periodic operating water poker picnic massage tennis multiplication standings",
    "reservation reservations tennis booking bookings football seating",
  ),
  ...everyday("function", "staff wedding bodily body mathematical maths math trigonometric sine liver kidney brain"),
  ...everyday(
    "center centre",
    "data admin administration contact call message partner trust cost help support service job career business shopping fitness sport sports training learning test testing operation operations distribution logistics fulfillment fulfilment medical health city community conference convention congress visitor exhibition research competence competency innovation control command computing computer profit action notification download update media",
    "of",
  ),
  ...everyday(
    "hub",
    "logistics logistic transport train rail bus airport airline travel youth creative innovation startup community food cycling bike freight parcel ferry",
    "cap motor",
  ),
  ...everyday("gateway", "airport departure mountain safari", "drug review airport city town"),
  ...everyday(
    "registry",
    "land gift wedding marriage birth death company commercial trade trademark cancer patient tumour tumor ship vehicle population civil criminal donor property mortgage commerce",
    "office",
  ),
  ...everyday(
    "batch",
    "baking beer brew wine cheese dough bread vaccine chocolate paint concrete cement milk soup whisky yeast",
  ),
  ...everyday(
    "container",
    "shipping waste freight cargo food garbage glass recycling sea ocean refrigerated reefer",
    "ship ships port terminal vessel",
  ),
  ...everyday("volume", "river traffic sales trade trading water lung audio sound brain parcel passenger call"),
  ...everyday(
    "fabric",
    "textile cotton seat woven silk wool knit linen upholstery curtain tent social urban dress furniture sail",
    "softener sample samples roll rolls",
  ),
  ...everyday(
    "foundry",
    "iron steel bronze aluminium aluminum bell metal type brass semiconductor chip silicon wafer glass",
    "mould moulds mold molds worker workers furnace sand floor",
  ),
  ...everyday("lake", "mountain boating", "ferry ferries como garda constance geneva tahoe house level steamer water"),
  ...everyday("speech", "birthday wedding boss keynote opening closing free farewell ceo minister", "bubble"),
  ...everyday("grid", "power electricity energy national smart solar", "operator operators"),
  ...everyday("pipeline", "gas oil hydrogen water sales crude"),
  ...everyday("bus", "school city tour shuttle night tourist", "driver drivers timetable route routes station fleet"),
  ...everyday(
    "atm",
    "cash bank",
    "sensor sensors machine machines cash withdrawal withdrawals card cards pin terminal terminals network fleet transactions",
  ),
  ...everyday("bastion", "medieval castle fortress", "tower wall walls"),
]);
