/**
 * The shape of the knowledge files. One zod schema a kind of file (the *-schema.ts beside this one) gives three things: the
 * TypeScript types here, the check when the bot starts, and (scripts/write-schemas) the JSON Schema that completes and
 * checks the files in an editor.
 */
import type * as z from "zod";
import type { CUES } from "./cues";
import type { KINDS } from "./kinds";
import type { conceptsSchema, vocabularySchema } from "./question-schema";
import type { placesWithoutRegionSchema, regionsSchema, targetsSchema } from "./region-schema";
import type { serviceSchema, VERDICTS } from "./service-schema";
import type { statusSchema } from "./status-schema";
import type { TOPICS } from "./topics";

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
