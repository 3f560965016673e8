/** Knowledge files of services. Every `describe` here is help text that an author reads while typing. */
import * as z from "zod";
import { KINDS } from "./kinds";
import { day, id, link, regionId, text } from "./schema-fields";
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
  asTarget: text(140, "Why nothing can be copied to these regions, to stand behind 'From … to …: no,'").optional(),
  onlyTo: z.array(regionId).min(1).optional().describe("The only regions that these regions can copy to"),
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
  withoutSetUp: z
    .literal(true)
    .optional()
    .describe('It is there where it works, without anything that one sets up: who asks "are we protected" has it'),
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
  shortNames: z
    .array(z.string().trim().min(2).max(40))
    .default([])
    .describe("Names that mean it only once the service is spoken of: namespaces, after Event Grid"),
});

const tierName = z.string().trim().min(2).max(40);

const tier = z.strictObject({
  names: z.array(tierName).min(1).describe("What people call it: Standard, Basic v2, Burstable"),
  kind: z
    .literal(true)
    .optional()
    .describe("A kind of the thing (serverless, append blobs) that nobody calls a tier: the card speaks of a kind"),
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
  betterTiers: z
    .array(tierName)
    .default([])
    .describe("Names of the tiers that lack none of it: one of them takes the place of a tier that was said before"),
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
