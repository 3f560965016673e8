/**
 * State in Azure Blob Storage, shared by all instances. One container; a blob a claim and one a conversation, named by
 * hashes, so that no id of a person or a chat shows in listings and logs. Loaded only where it is set.
 */
import { createHash } from "node:crypto";
import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { BlobServiceClient, type ContainerClient, RestError, type StoragePipelineOptions } from "@azure/storage-blob";
import * as z from "zod";
import type { Identity, StateStore } from "../config";
import { type Claim, KEPT, type Kept, type State } from "./state";
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

/** State in a container, which is made when it is not there. */
export function blobState(container: ContainerClient, kept: Kept = KEPT): BlobState {
  const blobOf = (folder: string, key: string) => container.getBlockBlobClient(folder + hash(key));
  let made: Promise<unknown> | undefined;

  /** Makes the container where there is none, and tries again at the next call where that failed. */
  function make(): Promise<unknown> {
    made ??= container.createIfNotExists({ abortSignal: limit() }).catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  }

  async function write(folder: string, key: string, text: string, options: WriteOptions = {}): Promise<string> {
    await make();
    const length = Buffer.byteLength(text);
    const { etag = "" } = await blobOf(folder, key).upload(text, length, { ...options, abortSignal: limit() });
    return etag;
  }

  /** Somebody has the claim: are they done, still at it, or gone? */
  async function lookAt(key: string): Promise<Claim> {
    const found = await orNothing(blobOf(CLAIMS, key).getProperties({ abortSignal: limit() }), NOT_THERE);
    if (!found?.etag) return { kind: "busy" };
    if (found.metadata?.["done"] === "yes") return { kind: "done" };
    if (ageOf(found) < kept.taken) return { kind: "busy" };
    const ticket = await orNothing(write(CLAIMS, key, "", { conditions: { ifMatch: found.etag } }), LOST);
    return ticket === undefined ? { kind: "busy" } : { kind: "mine", ticket };
  }

  return {
    async claim(key) {
      const ticket = await orNothing(write(CLAIMS, key, "", { conditions: { ifNoneMatch: "*" } }), LOST);
      return ticket === undefined ? lookAt(key) : { kind: "mine", ticket };
    },
    async commit(key, ticket) {
      const conditions = ticket === UNCHECKED ? {} : { ifMatch: ticket };
      const done = write(CLAIMS, key, "", { conditions, metadata: { done: "yes" } });
      return (await orNothing(done, LOST)) !== undefined;
    },
    async release(key) {
      await blobOf(CLAIMS, key).deleteIfExists({ abortSignal: limit() });
    },
    async recall(conversation) {
      const found = await orNothing(
        blobOf(CONTEXTS, conversation).download(0, LONGEST_CONTEXT, { abortSignal: limit() }),
        NOT_THERE,
      );
      if (!found?.readableStreamBody || ageOf(found) > kept.context) return undefined;
      return context.parse(JSON.parse(await textOf(found.readableStreamBody)));
    },
    async remember(conversation, left) {
      if (left !== undefined) await write(CONTEXTS, conversation, JSON.stringify(left));
      else await blobOf(CONTEXTS, conversation).deleteIfExists({ abortSignal: limit() });
    },
    async ready() {
      await make();
      return container.exists({ abortSignal: limit() });
    },
    sweep: async () => (await sweep(container, CLAIMS, kept.claim)) + (await sweep(container, CONTEXTS, kept.context)),
  };
}

type WriteOptions = {
  readonly conditions?: { readonly ifMatch?: string; readonly ifNoneMatch?: string };
  readonly metadata?: Record<string, string>;
};

function hash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

function limit(): AbortSignal {
  return AbortSignal.timeout(STORE_LIMIT);
}

/** Outcomes that are expected, by HTTP status: somebody else was there first; nothing is there. */
const LOST = [404, 409, 412];
const NOT_THERE = [404];

async function orNothing<T>(work: Promise<T>, expected: readonly number[]): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RestError && expected.includes(error.statusCode ?? 0)) return undefined;
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

/** Blobs that another instance deleted first, or wrote anew meanwhile, are left alone. */
async function sweep(container: ContainerClient, prefix: string, kept: number): Promise<number> {
  let gone = 0;
  for await (const { name, properties } of container.listBlobsFlat({ prefix })) {
    if (Date.now() - properties.lastModified.getTime() <= kept) continue;
    const conditions = { ifMatch: properties.etag };
    if (await orNothing(container.deleteBlob(name, { conditions }), LOST)) gone++;
  }
  return gone;
}
