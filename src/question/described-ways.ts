/** Ways to survive that are told in other words: "a copy of MySQL in another region that reports read from". */
import { fold } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { Token } from "./tokens";

/** What it is looked for by, so that most messages are spared the search, and how it is said. */
type Way = { readonly topic: Topic; readonly words: ReadonlySet<string>; readonly said: RegExp };

const ELSEWHERE =
  "(another|other|second|different|two|2|both|neighbouring|neighboring|remote|far|foreign) (azure )?(region|country|site|place|location|continent|data ?center|datacenter|datacentre)|abroad|elsewhere|overseas|across region|between region|(region|site|country) (a|1|one) (to|and|into) (region|site|country)?";

/** In this order: the first that is said is meant. */
const WAYS: readonly Way[] = [
  // "Dumps stored abroad", "roll it back to yesterday", "last night's copy"
  way(
    "backup",
    "dump dumps yesterday nightly night roll rolled rollback rewind last",
    `\\brewind\\b|\\blast (week|month|monday|night) s (state|copy|version|data)\\b|\\b(dumps?|yesterday s (\\w+ )?(copy|data|state|version|database)|last night s copy|nightly (copy|copie|dump|export))\\b|\\broll(ed|ing)? (\\w+ ){0,4}back to\\b|\\bback to yesterday\\b|\\bcop(y|ie) (\\w+ ){0,6}every night\\b`,
  ),
  // "How many seconds of writes are missing"
  way(
    "recovery-objectives",
    "second minute hour old stale fresh current",
    "\\bhow (old|stale|fresh|current|up to date) (i|is|s|are) (the |our |its |that |this )?(\\w+ )?(data|copy|copie|replica|secondary|state|content)|\\bhow many (second|minute|hour) of|\\b(second|minute|hour) of (\\w+ )?(data|write|message|event|transaction|order)",
  ),
  // "A standby that reports read from"
  way(
    "read-replicas",
    "read readable reads reading query queries report reports reporting select selects",
    "\\b(readable|read only|readonly) (copy|copie|secondary|standby|database|server|twin|instance)|\\b(copy|copie|standby|secondary|second (\\w+ )?(server|database)) .{0,40}\\b(read|query|report|select)|\\b(read|query|report|select)\\w{0,3} .{0,40}\\b(copy|copie|standby|secondary|second (\\w+ )?(server|database))|\\b(read|query|report|select)\\w{0,3} .{0,20}from (the |an? )?(other|second|another) (side|region|site|country)|\\bread (\\w+ ){0,4}locally",
  ),
  // "Only the metadata", "two namespaces behind an alias"
  way(
    "geo-disaster-recovery",
    "alias aliases metadata definition definitions configuration pair pairing",
    "\\bmetadata .{0,30}\\b(dr|disaster|recover|failover|copy|copied|other region|second region)|\\b(pair|pairing|namespace) .{0,40}\\balias|\\balias(es)? .{0,30}\\b(pair|namespace)|\\bonly .{0,30}(definition|configuration)\\w* .{0,20}\\b(no|not) .{0,10}(message|event)|\\bpair(ing)? (our|my|the|two|both) (\\w+ ){0,3}namespace|\\bgeo pair",
  ),
  // "Mirror the messages to another region", "kept in sync between two regions"
  way(
    "geo-replication",
    "copy copies copied copying mirror mirrors mirrored mirroring sync synced synchronise synchronize synchronised synchronized synchronously duplicate duplicated duplicating clone cloned cloning",
    `\\b(copy|copie|copied|copying|mirror|mirrored|mirroring|sync|synced|synchroni[sz]ed?|duplicated?|duplicating|cloned?|cloning)\\b.{0,60}\\b(${ELSEWHERE})`,
  ),
  // "Swing it over to the other region", "make the secondary the primary"
  way(
    "failover",
    "swing swinging flip flipping takeover fallback over take takes become becomes make swap",
    "\\b(swing|swinging|flip|flipping|move|moving|bring|switch|switching|swap) (\\w+ ){0,5}over (\\w+ ){0,2}to\\b|\\b(flip|swing|swap) (\\w+ ){0,4}to (the|another) (other|second|secondary|region)|\\btakeover\\b|\\bfallback (\\w+ ){0,4}to\\b|\\bsecondary (\\w+ ){0,5}(the |a |as )?(new )?primary\\b|\\b(second|other) region .{0,20}take over\\b|\\btakes? over (\\w+ ){0,4}(region|when|if)",
  ),
  // "A site in each country writes to it"
  way("multi-region-writes", "masters writers master", "\\b(several|two|multiple|many) (master|writer)s?\\b"),
];

function way(topic: Topic, words: string, said: string): Way {
  return { topic, words: new Set(words.split(" ").map(fold)), said: new RegExp(said) };
}

/** @param topics those that the message names; only where it names none it is read for what it describes */
export function orDescribed(topics: Topic[], tokens: readonly Token[]): Topic[] {
  if (topics.length > 0) return topics;
  const perhaps = WAYS.filter(({ words }) => tokens.some(({ word }) => words.has(word)));
  if (perhaps.length === 0) return topics;
  const text = tokens.map(({ word }) => word).join(" ");
  return perhaps.flatMap(({ topic, said }) => (said.test(text) ? [topic] : [])).slice(0, 1);
}
