/**
 * State in Azure Blob Storage, shared by all instances. One container; a blob a claim and one a conversation, named by
 * hashes, so that no id of a person or a chat shows in listings and logs. Loaded only where it is set.
 */
import { createHash, randomUUID } from "node:crypto";
import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import {
  type BlobGetPropertiesResponse,
  BlobServiceClient,
  type ContainerClient,
  RestError,
  type StoragePipelineOptions,
} from "@azure/storage-blob";
import * as z from "zod";
import type { Identity, StateStore } from "../config";
import { KEPT, type Kept, type State } from "./state";
import { STORE_LIMIT, UNCHECKED } from "./steady-state";

const CLAIMS = "claims/";
const CONTEXTS = "contexts/";

/** One more try after a failure, soon; all of it within what a turn waits for the store. */
const CLIENT: StoragePipelineOptions = { retryOptions: { maxTries: 2, retryDelayInMs: 50, maxRetryDelayInMs: 200 } };

/** What a conversation may refer to is small; more than this is not ours. */
const LONGEST_CONTEXT = 65_536;

const context = z.record(z.string(), z.unknown());

/** State that can also tidy up after itself. */
export type BlobState = State & {
  /**
   * Deletes what is older than it is kept.
   * @returns how many blobs went
   */
  sweep(): Promise<number>;
};

/**
 * The container that the settings name.
 * @param identity a managed identity of the bot serves for the storage too; otherwise Azure's default chain is asked
 */
export function containerOf(store: StateStore, identity: Identity | undefined): ContainerClient {
  const service =
    store.kind === "connection string"
      ? BlobServiceClient.fromConnectionString(store.connectionString, CLIENT)
      : new BlobServiceClient(store.accountUrl, credentialOf(identity), CLIENT);
  return service.getContainerClient(store.container);
}

function credentialOf(identity: Identity | undefined): TokenCredential {
  return identity?.type === "UserAssignedMSI"
    ? new ManagedIdentityCredential({ clientId: identity.appId })
    : new DefaultAzureCredential();
}

/** State in a container, which is made as soon as something is to be written and it is not there. */
export function blobState(container: ContainerClient, kept: Kept = KEPT): BlobState {
  const blobOf = (folder: string, key: string) => container.getBlockBlobClient(folder + hash(key));

  /** @returns the etag of what was written */
  async function write(folder: string, key: string, text: string, options: WriteOptions = {}): Promise<string> {
    const length = Buffer.byteLength(text);
    const upload = () => blobOf(folder, key).upload(text, length, { ...options, abortSignal: limit() });
    const { etag = "" } = await withContainer(upload);
    return etag;
  }

  /** Not asked for before each write: whoever may only write there may not make it, and it may go while the bot runs. */
  async function withContainer<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== "ContainerNotFound") throw error;
      await container.createIfNotExists({ abortSignal: limit() });
      return work();
    }
  }

  function lookAt(key: string): Promise<Found | undefined> {
    return orNothing(blobOf(CLAIMS, key).getProperties({ abortSignal: limit() }), isNotThere);
  }

  /**
   * Writes a claim where that is still allowed. The client tries again where an answer is lost: then it may be its own
   * first try that stands in the way, which the mark shows.
   */
  async function put(key: string, conditions: Conditions, done: "yes" | "no"): Promise<Written> {
    const by = randomUUID();
    const written = write(CLAIMS, key, "", { conditions, metadata: { done, by } });
    const ticket = await orNothing(written, isLost);
    if (ticket !== undefined) return { kind: "mine", ticket };
    const found = await lookAt(key);
    return found?.metadata?.["by"] === by ? { kind: "mine", ticket: found.etag ?? "" } : { kind: "lost", found };
  }

  return {
    async claim(key) {
      const first = await put(key, NOTHING_THERE, "no");
      if (first.kind === "mine") return first;
      const { found } = first;
      if (found?.metadata?.["done"] === "yes") return { kind: "done" };
      if (!found?.etag || ageOf(found) < kept.taken) return { kind: "busy" };
      // Whoever took it is gone.
      const second = await put(key, { ifMatch: found.etag }, "no");
      return second.kind === "mine" ? second : { kind: "busy" };
    },
    async commit(key, ticket) {
      const done = await put(key, ticket === UNCHECKED ? {} : { ifMatch: ticket }, "yes");
      if (done.kind === "mine") return true;
      // The claim itself is gone, with its container: nobody else has it.
      return done.found === undefined && (await put(key, NOTHING_THERE, "yes")).kind === "mine";
    },
    async release(key) {
      await orNothing(blobOf(CLAIMS, key).delete({ abortSignal: limit() }), isNotThere);
    },
    async recall(conversation) {
      const read = blobOf(CONTEXTS, conversation).download(0, LONGEST_CONTEXT, { abortSignal: limit() });
      const found = await orNothing(read, isNotThere);
      if (!found?.readableStreamBody || ageOf(found) > kept.context) return undefined;
      return context.parse(JSON.parse(await textOf(found.readableStreamBody)));
    },
    async remember(conversation, left) {
      if (left !== undefined) await write(CONTEXTS, conversation, JSON.stringify(left));
      else await orNothing(blobOf(CONTEXTS, conversation).delete({ abortSignal: limit() }), isNotThere);
    },
    async ready() {
      const isThere = await container.exists({ abortSignal: limit() });
      if (!isThere) await container.createIfNotExists({ abortSignal: limit() });
      return true;
    },
    sweep: async () => (await sweep(container, CLAIMS, kept.claim)) + (await sweep(container, CONTEXTS, kept.context)),
  };
}

/** What is known of a claim that somebody has. */
type Found = Pick<BlobGetPropertiesResponse, "etag" | "metadata" | "date" | "lastModified">;
type Written =
  | { readonly kind: "mine"; readonly ticket: string }
  | { readonly kind: "lost"; readonly found: Found | undefined };
type Conditions = { readonly ifMatch?: string; readonly ifNoneMatch?: string };
const NOTHING_THERE: Conditions = { ifNoneMatch: "*" };

type WriteOptions = { readonly conditions?: Conditions; readonly metadata?: Record<string, string> };

function hash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

function limit(): AbortSignal {
  return AbortSignal.timeout(STORE_LIMIT);
}

/** Somebody else was there first. A container that is being deleted has the same status as a blob that is there. */
function isLost(error: unknown): boolean {
  return ["BlobAlreadyExists", "ConditionNotMet", "BlobNotFound"].includes(codeOf(error));
}

function isNotThere(error: unknown): boolean {
  return error instanceof RestError && error.statusCode === 404;
}

function codeOf(error: unknown): string {
  return error instanceof RestError ? (error.code ?? "") : "";
}

/** @param isExpected whether an error is but one of the outcomes */
async function orNothing<T>(work: Promise<T>, isExpected: (error: unknown) => boolean): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isExpected(error)) return undefined;
    throw error;
  }
}

/** Milliseconds by the store's own clock, so that no two clocks are compared; 0 where it says nothing. */
function ageOf({ date, lastModified }: { date?: Date; lastModified?: Date }): number {
  return date && lastModified ? date.getTime() - lastModified.getTime() : 0;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) text += chunk;
  return text;
}

/** By the store's clock. Blobs that another instance deleted first, or wrote anew meanwhile, are left alone. */
async function sweep(container: ContainerClient, prefix: string, kept: number): Promise<number> {
  let gone = 0;
  for await (const { date = new Date(), segment } of container.listBlobsFlat({ prefix }).byPage()) {
    for (const { name, properties } of segment.blobItems) {
      if (date.getTime() - properties.lastModified.getTime() <= kept) continue;
      const deleted = container.deleteBlob(name, { conditions: { ifMatch: properties.etag } });
      if (await orNothing(deleted, (error) => isLost(error) || isNotThere(error))) gone++;
    }
  }
  return gone;
}
