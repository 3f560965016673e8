/** Knowledge files of regions and places. Every `describe` here is help text that an author reads while typing. */
import * as z from "zod";
import { day, id, link, regionId, text } from "./schema-fields";

const pairing = z.enum(["mutual", "one-way", "none"]);

/** All regions: knowledge/regions.json. */
export const regionsSchema = z.strictObject({
  $schema: z.string().optional(),
  sources: z.strictObject({ list: link, pairs: link, access: link, dated: day, checked: day }),
  regions: z
    .array(
      z.strictObject({
        id: regionId,
        name: text(40, "The display name"),
        geography: text(40, "Microsoft's geography"),
        continent: z.enum(["Africa", "Americas", "Asia Pacific", "Europe", "Middle East"]),
        location: z.string().optional().describe("Where it is, as the list says"),
        zones: z.boolean().nullable().describe("Has availability zones; null where Microsoft does not say"),
        restricted: z.boolean().describe("Access must be requested"),
        pair: regionId.nullable().describe("The region that this one names as its pair, or null"),
        pairing: pairing.describe("one-way: the pair does not name this region back"),
        note: text(200, "What is special, one sentence").optional(),
        aliases: z
          .array(z.string().trim().min(2).max(40))
          .describe("Short forms and places that mean just this region"),
      }),
    )
    .min(1),
  places: z
    .array(
      z.strictObject({
        text: z.string().trim().min(2).max(40),
        regions: z.array(regionId).min(2),
      }),
    )
    .describe("Places with several regions: asking for Germany means all of these"),
});

/** Which region can copy to which, for one service: knowledge/targets/<service id>.json. */
export const targetsSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  source: link,
  dated: day,
  checked: day,
  rule: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("groups"),
      groups: z.array(
        z.strictObject({
          name: z.string(),
          from: z.array(regionId).min(1),
          to: z.array(regionId).min(1),
          apart: z.array(regionId).default([]).describe("Regions of the group that cannot copy to one another"),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal("pairs"),
      pairs: z.array(z.tuple([regionId, regionId])).describe("Each works in both directions"),
    }),
    z.strictObject({
      kind: z.literal("choice").describe("From any region to one of these, or to the pair"),
      to: z.array(regionId).min(1),
    }),
    z.strictObject({
      kind: z.literal("homes").describe("Any region takes part; what joins them must itself be in one of these"),
      homes: z.array(regionId).min(1),
    }),
  ]),
});

const placeName = z.string().trim().min(3).max(40);

/** Where Azure has no public region, by the list of regions.json: knowledge/places-without-region.json. */
export const placesWithoutRegionSchema = z.strictObject({
  $schema: z.string().optional(),
  places: z
    .array(
      z.strictObject({
        name: placeName.describe('A country or territory as a sentence has it behind "in": "the Maldives"'),
        aliases: z.array(placeName).describe("What else it is called"),
        cities: z.array(placeName).describe("Its large cities, each in all the ways in which it is written"),
      }),
    )
    .min(1),
  elsewhere: z
    .array(z.strictObject({ geography: placeName, cities: z.array(placeName).min(1) }))
    .default([])
    .describe("Large cities that the list does not name, in geographies that have a region in another place"),
  doubtful: z
    .array(placeName)
    .describe("Of all these names those that mean other things too: they count in few places only"),
});
