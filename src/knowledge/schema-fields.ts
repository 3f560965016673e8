/** Fields that several kinds of knowledge files have. */
import * as z from "zod";
import { isAllowedLink } from "./links";

export const text = (max: number, help: string) => z.string().trim().min(3).max(max).describe(help);
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower case words joined by hyphens, like azure-event-grid");
export const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a day like 2026-03-17")
  .describe("A day, year first: 2026-03-17");
export const link = z
  .string()
  .refine(isAllowedLink, {
    error:
      "must be an https address on a host of the allow-list (src/knowledge/links.ts), without a locale such as /en-us/",
  })
  .describe("The full address, with its #anchor where the fact stands under one");
export const regionId = z.string().regex(/^[a-z]+[0-9]?$/, "must be a region's programmatic name, like qatarcentral");
export const phrases = z.array(z.string().trim().min(1).max(60)).min(1);
