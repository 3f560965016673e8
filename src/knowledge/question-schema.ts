/** Knowledge files of what people ask: general questions, and the words of all questions. */
import * as z from "zod";
import { CUES } from "./cues";
import { KINDS } from "./kinds";
import { day, id, link, phrases, text } from "./schema-fields";
import { TOPICS } from "./topics";

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
