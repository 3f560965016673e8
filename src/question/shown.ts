/** What is shown of a plan or of a list of services: "2 of 4 services", "databases only". */
import * as z from "zod";
import { SHARED_OUTCOMES } from "./narrowing";

const ids = z.array(z.string().max(80)).max(100);

export const shownSchema = z.object({
  /** What the services have in common; of a list the list says it. */
  outcome: z.enum(SHARED_OUTCOMES).nullable(),
  /** Their kinds. */
  kinds: ids,
  /** Services that were taken off a list. */
  without: ids,
  /** All services of the plan; none for a list. */
  whole: ids,
  /** The regions that it was for. */
  regions: ids,
});

export type Shown = z.output<typeof shownSchema>;
