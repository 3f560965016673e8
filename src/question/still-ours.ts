/** What sounds like another matter and goes on about the services of before: "does that need Premium?" */
import { wordSet } from "../knowledge/normalise";
import { goesOn, isTold } from "./follow-up";
import { LONGEST_ELLIPSIS, LONGEST_WITH_A_PRONOUN } from "./lengths";
import { namesService, type Query } from "./query";

/** "There's also a Stream Analytics job": but "conditional access policy for guests in Entra" asks for that. */
export function tellsOnlyOfUse(query: Query): boolean {
  const refersBack = goesOn(query) || query.cues.has("pronoun") || query.cues.has("likewise");
  return query.isOfItsUse && (refersBack || (isTold(query) && query.regions.length === 0));
}

/** "Does that need Premium?": the way to survive that was spoken of has its conditions. */
export function asksWhatItNeeds(query: Query): boolean {
  const isOnATier = query.words.some((word) => TIERS.has(word)) && query.words.some((word) => SUFFICES.has(word));
  const refersBack = query.cues.has("pronoun") || query.cues.has("likewise");
  return isOnATier && refersBack && !namesService(query) && query.length <= LONGEST_ELLIPSIS;
}

const TIERS = wordSet("premium standard basic tier sku enterprise");
const SUFFICES = wordSet("need work enough suffice sufficient only support");

/** "Are the notebooks lost?": of what a service holds it is asked whether that survives. */
export function asksWhatIsLost(query: Query): boolean {
  const isOnALoss = query.cues.has("perhaps-region-loss") && query.cues.has("contents");
  return isOnALoss && !namesService(query) && query.unknownWords <= 2 && query.length <= LONGEST_WITH_A_PRONOUN;
}
