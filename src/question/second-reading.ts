/**
 * A second reading beside the rules, by weights learnt from the tuned questions (`npm run learn`). Of names it knows only
 * which stand together; else how people speak when they want a list, or something else, or one service of the two that
 * they name.
 */
import { onFirstUse } from "../on-first-use";
import type { ConversationContext } from "./context";
import { featuresBefore, featuresOf } from "./features";
import { fingerprintsOf } from "./fingerprint";
import { type Seen, seenIn } from "./items";
import kindWeights from "./kind-weights.json";
import type { Leaning, Likely } from "./likely";
import { NO_SUBJECT, subjectOf } from "./likely-subject";
import { LinearModel, sharesOf } from "./linear-model";
import { featuresOfName, namedIn } from "./name-features";
import type { Parts } from "./parts";
import { type LikelyKind, REPLY_KINDS, type ReplyKind } from "./reply-kinds";
import serviceWeights from "./service-weights.json";

/*
 * The three figures below were chosen on 3,340 questions at first sight: written blind, and answered by the rules as they
 * were before anybody tuned on them, with weights learnt from what was older.
 */
/** Of a kind of reply; above it the weights were right in 51 of 65 disputes with the rules. */
const SURE = 0.7;
/** Of all that is out of scope together; above it an answer of the rules was right in 4 of 40 cases. */
const SURE_OUTSIDE = 0.45;
/**
 * How likely both readings are right on which services are meant. Below 0.03 half were wrong in 3,100 questions, many of
 * them written to be hard; up to 0.05 all three in 1,300 others: to ask costs less than to be wrong.
 */
const IN_DOUBT = 0.05;

const LIKELY_KINDS: readonly LikelyKind[] = [
  "services",
  ...REPLY_KINDS.filter((kind) => kind !== "answer" && kind !== "plan"),
];

const kinds = onFirstUse(() => new LinearModel(kindWeights));
const services = onFirstUse(() => new LinearModel(serviceWeights));

/**
 * What a message says by itself.
 * @param meant services that the rules take for meant
 * @param onTopic whether the rules found a way to survive
 */
export function leaningOf(parts: Parts, meant: readonly string[], onTopic: boolean): Leaning {
  const seen = seenIn(parts);
  const { all, counts } = featuresOf(parts, seen);
  const fingerprints = fingerprintsOf(all);
  const sums = kinds().sums(fingerprints);
  const isGeneral = meant.length === 0 || mayBeGeneral(sums);
  return {
    sums,
    counts,
    meant: { many: meant.length > 1, share: shareOfMeant(seen, meant) },
    subject: isGeneral || onTopic ? subjectOf(fingerprints, isGeneral ? "general" : "services") : NO_SUBJECT,
  };
}

/** "What still replicates without a pair, things like Cosmos DB or ACR?": services are but examples of a list. */
function mayBeGeneral(sums: readonly number[]): boolean {
  const shares = sharesOf(sums);
  const shareOf = (kind: ReplyKind) => shares[REPLY_KINDS.indexOf(kind)] ?? 0;
  return shareOf("catalog") + shareOf("concept") > PERHAPS_GENERAL;
}

/** Of lists and general questions together; below it nobody asks which. */
const PERHAPS_GENERAL = 0.2;

/** How likely the rules are right on the name that they are least likely right on: 0 to 1; 1 where one is named. */
function shareOfMeant(seen: Seen, meant: readonly string[]): number {
  const named = namedIn(seen.items, "service");
  if (named.length < 2) return 1;
  const shares = named.map((name) => {
    const [passedOver = 0, kept = 0] = sharesOf(services().sums(fingerprintsOf(featuresOfName(name, seen))));
    return name.ids.some((id) => meant.includes(id)) ? kept : passedOver;
  });
  return Math.min(...shares);
}

/** @returns what the weights are sure of in this conversation */
export function likelyOf({ sums, counts, meant, subject }: Leaning, context: ConversationContext | undefined): Likely {
  const [answer = 0, plan = 0, ...others] = sharesOf(
    kinds().added(sums, fingerprintsOf(featuresBefore(context, counts))),
  );
  const shares = [answer + plan, ...others];
  const most = Math.max(...shares);
  const share = (meant.many ? plan : answer) / (answer + plan);
  return {
    kind: most < SURE ? null : (LIKELY_KINDS[shares.indexOf(most)] ?? null),
    outside: outsideBy(shares),
    isMeantInDoubt: share * meant.share < IN_DOUBT,
    subject,
  };
}

/** Another matter of what we know, or nothing that we know; null where it may well be in scope. */
function outsideBy(shares: readonly number[]): Likely["outside"] {
  const [otherTopic = 0, noMatch = 0, help = 0] = (["other-topic", "no-match", "help"] as const).map(
    (kind) => shares[LIKELY_KINDS.indexOf(kind)] ?? 0,
  );
  if (otherTopic + noMatch + help < SURE_OUTSIDE) return null;
  return otherTopic > noMatch ? "other-topic" : "no-match";
}
