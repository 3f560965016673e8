/**
 * The kind of reply that messages like this one get, by weights learnt from the tuned questions (`npm run learn`): a
 * second reading beside the rules, which knows no names, but how people speak when they want a list, or something else.
 */
import type { ConversationContext } from "./context";
import { type Features, featuresBefore } from "./features";
import { fingerprintOf, placeOf } from "./fingerprint";
import { features, unit, weights } from "./kind-weights.json";
import { type Leaning, REPLY_KINDS, type ReplyKind } from "./reply-kinds";

/** Below this the weights say nothing. Of 3,340 questions at first sight TODO */
export const SURE = 0.7;

const FINGERPRINTS = new Uint32Array(bytesOf(features).buffer);
/** For each feature as many as there are kinds. */
const WEIGHTS = new Int8Array(bytesOf(weights).buffer);

/** @returns the kind, where the weights are sure of one */
export function likelyKind({ sums, counts }: Leaning, context: ConversationContext | undefined): ReplyKind | null {
  const shares = sharesOf(added(sums, featuresBefore(context, counts)));
  const most = Math.max(...shares);
  return most < SURE ? null : (REPLY_KINDS[shares.indexOf(most)] ?? null);
}

export function leaningOf({ all, counts }: Features): Leaning {
  return { sums: added(new Array<number>(REPLY_KINDS.length).fill(0), all), counts };
}

function added(sums: readonly number[], more: readonly string[]): number[] {
  const all = [...sums];
  for (const feature of more) {
    const place = placeOf(fingerprintOf(feature), FINGERPRINTS);
    if (place < 0) continue;
    for (let i = 0; i < all.length; i += 1) all[i] = (all[i] ?? 0) + (WEIGHTS[place * all.length + i] ?? 0) * unit;
  }
  return all;
}

/** Softmax: shares of 1. */
export function sharesOf(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const whole = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / whole);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}
