/** What a service may be said to lack. Apart from the reading, since the state of a conversation keeps it. */
import { TOPICS } from "../knowledge/topics";

/** A way that is missing; or all of them, but for copies that stay in the region, for backups or for zones. */
export const LACKS = [
  ...TOPICS,
  "object-replication",
  "everything",
  "all-but-local-copies",
  "all-but-backup",
  "all-but-snapshots",
  "all-but-zones",
] as const;

export type Lack = (typeof LACKS)[number];

/** Of the service that it was said of; null where the message says it of those that it is about. */
export type OwnLack = { readonly service: string | null; readonly lack: Lack };
