/** Every figure that decides between answering, asking back and declining, each with its reason. */

/** Half of a name, well ahead of the next, is the name: "the grid" for Event Grid asked about failover. */
export const PART_IS_THE_NAME = 0.5;
/** The next best must be this far behind, or both are offered. */
export const CLEAR_LEAD = 0.75;
/** A smaller part than this is a coincidence ("data" is in many names). */
export const PART_IS_A_HINT = 0.4;
/** A part of a name is never as sure as the name. */
export const DISCOUNT_FOR_A_PART = 0.8;
/** A service of the kind that was named: sure, though its own name was not said. */
export const OF_A_KIND = 0.9;
/** Rows on one plan; product.md allows ten. */
export const MOST_ROWS = 10;
/** Buttons on a question back; product.md allows two to five. */
export const MOST_CHOICES = 5;
/**
 * More words than these that nothing recognised show that the question is about something else. Several services, or one
 * and a region, are hardly named together for another reason; a story has many words.
 */
export const STRANGE_WORDS = 7;
/** The same beside two services, neither a place nor a loss: one may be what the other works with. */
export const STRANGE_WORDS_BESIDE_TWO = 2;
/** The same beside a service that is not meant: some words are about that one. */
export const STRANGE_WORDS_BESIDE_DENIED = 3;
/** The same beside a word that only may mean the loss of a region: "our registry twice", but not "node pool fails". */
export const STRANGE_WORDS_IF_PERHAPS = 1;
/** The same beside a service and a region where no word is on a loss. */
export const STRANGE_WORDS_BESIDE_BOTH = 4;
/** The same beside a region by its own name and no service; a city is spoken of for many reasons. */
export const STRANGE_WORDS_BESIDE_A_REGION = 3;
/** The same in a general question that speaks of regions. */
export const STRANGE_WORDS_ON_REGIONS = 4;
/** A message of no more words that is nothing but part of a name asks for that service. */
export const NAME_ALONE = 4;
/** By the weights alone, against the rules. */
export const LIKELY = 0.7;
/** Of services that are named any may be meant, or all. */
export const IN_DOUBT = 0.5;
/** Of two services that alone have the way that was named, either may be meant. */
export const WAY_OF_FEW = 0.5;
