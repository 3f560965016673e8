/** How many words a message may have that leaves something unsaid: a longer one is a full question. */

/** With its own service or region, unless it says "same for". */
export const LONGEST_ELLIPSIS = 7;
/** Without a subject of its own: "what do I have to do by hand". */
export const LONGEST_WITHOUT_A_SUBJECT = 9;
/** The same where it asks for a way to survive, or for what is lost: "how much data do we lose in the worst case". */
export const LONGEST_ON_A_TOPIC = 14;
/** Begun as a follow-up is: "ok but our app also uses Blob Storage". */
export const LONGEST_CONTINUATION = 10;
/** Putting the turn before right: "sorry, I mixed that up, what we have is MySQL". */
export const LONGEST_CORRECTION = 14;
/** "The auditor reminded me that there are Azure Files shares too, so please put these in as well" */
export const LONGEST_ADDITION = 20;
/** "how long does it take until it is up again": "it" is what the turn before was about. */
export const LONGEST_WITH_A_PRONOUN = 14;
/** "the database one, not the instance" */
export const LONGEST_PICK = 7;
/** "and the registry?": in so few words nothing else is asked. */
export const SHORTEST_QUESTION = 4;
/** "zones?", "any zones?" */
export const SHORTEST_TRAIT = 3;
