/**
 * The shape of the knowledge files. One zod schema a kind of file gives three things: the TypeScript types, the check
 * when the bot starts, and (scripts/write-schemas) the JSON Schema that completes and checks the files in an editor.
 * Every `describe` here is help text that an author reads while typing.
 */
import * as z from "zod";
import { CUES } from "./cues";
import { KINDS } from "./kinds";
import { isAllowedLink } from "./links";
import { TOPICS } from "./topics";

/**
 * The verdict for a region without a pair, the first thing on a card. Five are product.md's; two more keep it truthful:
 * "backups-only" (App Service: the table's check mark is for backups, the app itself is in one region) and "varies"
 * (a family such as Azure Storage, whose members differ).
 */
export const VERDICTS = [
  "works-anywhere",
  "some-regions",
  "paired-only",
  "nothing-built-in",
  "not-regional",
  "backups-only",
  "varies",
] as const;

const text = (max: number, help: string) => z.string().trim().min(3).max(max).describe(help);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower case words joined by hyphens, like azure-event-grid");
const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a day like 2026-03-17")
  .describe("A day, year first: 2026-03-17");
const link = z
  .string()
  .refine(isAllowedLink, {
    error:
      "must be an https address on a host of the allow-list (src/knowledge/links.ts), without a locale such as /en-us/",
  })
  .describe("The full address, with its #anchor where the fact stands under one");
const regionId = z.string().regex(/^[a-z]+[0-9]?$/, "must be a region's programmatic name, like qatarcentral");

const alias = z
  .union([
    z.string().trim().min(2).max(60),
    z.strictObject({
      text: z.string().trim().min(2).max(60),
      shared: z
        .literal(true)
        .optional()
        .describe("Other services claim this name too, on purpose: it leads to a question back"),
      rank: z
        .int()
        .min(1)
        .max(9)
        .optional()
        .describe("Order among those that share it, 1 is offered first (default 5)"),
      former: z.literal(true).optional().describe("A name that Microsoft no longer uses"),
      ordinary: z
        .literal(true)
        .optional()
        .describe("Also an ordinary word or ending (functions, law): counts only in capitals or standing by itself"),
      generic: z
        .literal(true)
        .optional()
        .describe("Also a part of other services (hub, gateway): counts only where no other service is named"),
    }),
  ])
  .transform((value) => (typeof value === "string" ? { text: value } : value))
  .describe("A name that people type for this service, in any case; spelling mistakes are found without help");

const exception = z.strictObject({
  regions: z.array(regionId).min(1).describe("The regions for which the capability behaves otherwise"),
  works: z.boolean().describe("Whether the capability works for these regions"),
  text: text(220, "What is different there, one sentence"),
  source: link,
});

const capability = z.strictObject({
  id,
  name: text(60, "What Microsoft calls it, sentence case"),
  topics: z.array(z.enum(TOPICS)).min(1).describe("The questions that put this capability first"),
  tableRow: z
    .string()
    .optional()
    .describe(
      "The name of its row in Microsoft's table of multiregion support, to the letter; absent when it has none",
    ),
  paired: z.boolean().describe("Works between the two regions of a pair"),
  nonpaired: z.boolean().describe("Works from a region without a pair"),
  limits: z
    .enum(["listed-regions", "needs-other-services"])
    .optional()
    .describe("Footnote of the table: only some combinations of regions (2), or several services together (1)"),
  targets: id
    .optional()
    .describe("The file in knowledge/targets that lists which region can copy to which; with listed-regions"),
  summary: text(260, "What it does, what it copies and what not: one or two short sentences of our own"),
  failover: z
    .strictObject({
      by: z
        .enum(["you", "microsoft", "you-or-microsoft", "automatic", "none"])
        .describe(
          "Who starts it: you; Microsoft decides; either; the service by itself; none: there is nothing to fail over to",
        ),
      text: text(200, "How, one sentence").optional(),
    })
    .optional(),
  needs: z.array(text(140, "A tier, a setting, a limit")).max(4).default([]),
  rpo: text(140, "How much can be lost, only where Microsoft states it").optional(),
  rto: text(140, "How long it takes, only where Microsoft states it").optional(),
  within: text(160, "What there is all the same where this does not work and all stays in the region").optional(),
  exceptions: z.array(exception).default([]),
  source: link,
  dated: day.optional().describe("The date of the source, only where it is older than sources.dated"),
});

const design = z.strictObject({
  name: text(60, "What one builds, sentence case"),
  topics: z.array(z.enum(TOPICS)).default([]).describe("The questions that put this design first"),
  summary: text(260, "How it works and what one must do oneself: one or two short sentences of our own"),
  only: z
    .enum(["paired", "nonpaired"])
    .optional()
    .describe("It can be built only with, or makes sense only without, a pair"),
  source: link,
  dated: day.optional(),
});

const caution = z.strictObject({
  text: text(240, "What surprises people, one sentence"),
  only: z
    .enum(["paired", "nonpaired"])
    .optional()
    .describe("Show it only for a region with (paired) or without (nonpaired) a pair"),
  regions: z.array(regionId).optional().describe("Show it only for these regions"),
  source: link,
  dated: day.optional(),
});

const part = caution.extend({
  id,
  names: z.array(z.string().trim().min(2).max(60)).min(1).describe("How people name it, singular and plural"),
});

const tier = z.strictObject({
  names: z
    .array(z.string().trim().min(2).max(40))
    .min(1)
    .describe("What people call it: Standard, Basic v2, Burstable"),
  keeps: z.array(id).default([]).describe("The capabilities that this tier has all the same, by their ids"),
  text: text(240, "What these tiers have not, and which tier has it, one or two short sentences"),
  source: link,
  dated: day.optional(),
});

/** One service: knowledge/services/<id>.json. */
export const serviceSchema = z.strictObject({
  $schema: z.string().optional(),
  id: id.describe("Microsoft's official name without what stands in parentheses, lower case with hyphens"),
  name: text(60, "Microsoft's official name"),
  shortName: text(40, "The name in a sentence and on a button, without Azure: Event Grid"),
  table: z
    .strictObject({
      name: z.string().describe("The service's name in Microsoft's table, to the letter"),
      tab: z.enum(["built-in", "none"]).describe("Which tab of the table it stands in"),
    })
    .optional()
    .describe("Where it stands in Microsoft's table of multiregion support; absent when it does not"),
  kinds: z
    .array(z.enum(KINDS))
    .min(1)
    .describe("What kind of service it is, the main one first: lists are narrowed by it"),
  aliases: z.array(alias).min(1),
  otherTopics: z
    .array(z.string().trim().min(3).max(40))
    .default([])
    .describe("Words that show a question on this service to be about something else: partition key, node pool quota"),
  traits: z
    .array(z.string().trim().min(2).max(40))
    .default([])
    .describe("Words that tell which service is meant by a shared name: of the hubs, the one for push messages"),
  members: z
    .array(id)
    .default([])
    .describe("For a family such as Azure Storage: the services that the card shows a row each of"),
  worksOn: z
    .array(id)
    .default([])
    .describe(
      'Services that this one does its work on: in "DDoS Protection for our virtual networks" they are not asked about',
    ),
  verdict: z.strictObject({
    kind: z.enum(VERDICTS).describe("For a region without a pair"),
    ownSetUp: z
      .literal(true)
      .optional()
      .describe("What works anywhere is to run a second one yourself: what one has already is lost with its region"),
    nonpaired: text(240, "The answer for a region without a pair, one or two short sentences: the first thing read"),
    paired: text(240, "The same for a region with a pair: what the pair adds, or that it changes nothing"),
    source: link,
  }),
  retired: z
    .strictObject({
      text: text(240, "What ends when, and what replaces it"),
      replacement: id.optional(),
      source: link,
    })
    .optional(),
  capabilities: z.array(capability).default([]).describe("What Azure offers, the best for most people first"),
  designs: z.array(design).default([]).describe("What one builds oneself, the best for most people first"),
  cautions: z.array(caution).default([]).describe("The most important first"),
  notCovered: z
    .array(part)
    .default([])
    .describe("Parts that have names of their own and that the verdict does not hold for: it leads the card instead"),
  tiers: z
    .array(tier)
    .default([])
    .describe("Tiers that lack what the verdict tells of: where one is named, that leads the card"),
  formerly: z
    .array(z.strictObject({ name: text(60, "The former name"), names: z.array(z.string().trim().min(2).max(60)) }))
    .default([])
    .describe("Former names that the card repeats to those who used one, each with its nicknames"),
  changed: z
    .array(z.strictObject({ text: text(240, "What readers of the August 2025 article must unlearn"), source: link }))
    .default([]),
  neighbours: z
    .array(
      z.strictObject({
        service: id,
        difference: text(140, "How to tell the two apart, from this service's side"),
      }),
    )
    .default([])
    .describe("Services that people mix up with this one"),
  links: z
    .array(
      z.strictObject({
        title: text(60, "What one finds there; button text, so short"),
        url: link,
        dated: day.optional().describe("The page's own date where it could be read"),
      }),
    )
    .min(1)
    .describe("The first is the one that 'Open the Microsoft page' opens"),
  sources: z.strictObject({
    dated: day.describe("The newest date on the pages that this file was written from"),
    checked: day.describe("The day on which somebody compared this file with the pages"),
  }),
});

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

/** One general question: an entry of knowledge/concepts.json. */
export const conceptsSchema = z.strictObject({
  $schema: z.string().optional(),
  concepts: z
    .array(
      z.strictObject({
        id,
        title: text(60, "The subject, sentence case"),
        answer: text(500, "Two or three sentences of our own"),
        points: z.array(text(200, "One more fact")).max(4).default([]),
        cues: z
          .array(z.string().trim().min(2).max(80))
          .min(1)
          .describe("Phrases that mean this subject; words that carry no meaning may stand between theirs"),
        general: z.boolean().default(false).describe("Gives way to any other subject named in the same question"),
        topics: z.array(z.enum(TOPICS)).default([]).describe("Topics that lead here when no service is named"),
        signs: z
          .array(z.array(z.enum([...CUES, ...TOPICS])).min(1))
          .default([])
          .describe("Sets of cues and topics; one set that is all there leads here when no service is named"),
        related: z.array(id).max(3).default([]).describe("Ids of concepts to read next"),
        links: z.array(z.strictObject({ title: text(60, "Button text"), url: link, dated: day.optional() })).min(1),
        checked: day,
      }),
    )
    .min(1),
});

const phrases = z.array(z.string().trim().min(1).max(60)).min(1);
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

/** The words of the questions themselves: knowledge/vocabulary.json. */
export const vocabularySchema = z.strictObject({
  $schema: z.string().optional(),
  forms: z
    .record(z.string(), phrases)
    .describe("A word and its other forms and single-word synonyms; wherever one stands, the other is meant"),
  fillers: phrases.describe("Words that may stand inside a name without changing it"),
  stopWords: phrases.describe("Words that tell nothing about the subject"),
  cues: z.record(z.enum(CUES), phrases),
  topics: z.record(z.enum(TOPICS), phrases).describe("How people name each topic"),
  kinds: z
    .partialRecord(z.enum(KINDS), phrases)
    .describe("The words that name each kind of services, one word each; each is a phrase of the cue kind too"),
  areas: z.record(z.string(), phrases).describe("Continents of regions.json and how people name them"),
  ordinals: z.array(phrases).describe("the first, the second, …: which choice of the card before"),
  otherTopics: phrases.describe("Words that show a question to be about something else than the loss of a region"),
  everyday: phrases
    .default([])
    .describe("Words of life outside the job: neither a service nor a place beside them is asked about"),
  otherPlaces: phrases
    .default([])
    .describe("Cities without a region in countries that have one, so that they are read as no misspelt region"),
  otherProducts: z
    .array(z.string().trim().min(2).max(60))
    .describe("Products that we know nothing of, so that their names are not taken for those of services that we know"),
  hosts: z
    .array(id)
    .default([])
    .describe('Services that people run other products on: in "SQL Server on a VM" the VM is meant'),
  servicesAsTopics: z
    .record(id, z.enum(TOPICS))
    .describe("Services that are a means for others: beside exactly one other service they name the topic"),
});

/**
 * Which pages have changed since somebody last read them: knowledge/status.json, which `npm run knowledge:check` writes.
 * The file may be absent, and what it says ends to count as soon as a file of ours carries the newer date.
 */
export const statusSchema = z.strictObject({
  checkedOn: day.describe("The day of the check"),
  pagesChanged: z
    .array(
      z.strictObject({
        page: link.describe("The page's address, without query and anchor"),
        title: z
          .string()
          .trim()
          .min(1)
          .max(120)
          .regex(/^[^[\]<>\n]*$/, "must be plain text: it is the text of a link")
          .describe("The page's own title"),
        dated: day.describe("The date that the page has now; a file with an older date was written before the change"),
      }),
    )
    .describe("Pages that at least one file was written from before their present date"),
});

export type Status = z.output<typeof statusSchema>;
export type ChangedPage = Status["pagesChanged"][number];
export type Kind = (typeof KINDS)[number];
export type Topic = (typeof TOPICS)[number];
export type Verdict = (typeof VERDICTS)[number];
export type Service = z.output<typeof serviceSchema>;
export type ServiceFile = z.input<typeof serviceSchema>;
export type Capability = Service["capabilities"][number];
export type Design = Service["designs"][number];
export type Tier = Service["tiers"][number];
export type Caution = Service["cautions"][number];
export type RegionsFile = z.output<typeof regionsSchema>;
export type Region = RegionsFile["regions"][number];
export type Place = RegionsFile["places"][number];
export type PlacesWithoutRegion = z.output<typeof placesWithoutRegionSchema>;
export type Targets = z.output<typeof targetsSchema>;
export type Cue = (typeof CUES)[number];
/** What a general question is recognised by. */
export type Sign = Cue | Topic;
export type Vocabulary = z.output<typeof vocabularySchema>;
export type Concept = z.output<typeof conceptsSchema>["concepts"][number];
