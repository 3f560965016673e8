import * as z from "zod";
import { conceptsSchema, vocabularySchema } from "./question-schema";
import { placesWithoutRegionSchema, regionsSchema, targetsSchema } from "./region-schema";
import { serviceSchema } from "./service-schema";

const SCHEMAS = {
  service: serviceSchema,
  regions: regionsSchema,
  "places-without-region": placesWithoutRegionSchema,
  targets: targetsSchema,
  concepts: conceptsSchema,
  vocabulary: vocabularySchema,
};

/**
 * JSON Schemas for completion and checks while one types, from the same zod schemas that check the files at the start.
 * @returns file name → text, for knowledge/schema/
 */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
