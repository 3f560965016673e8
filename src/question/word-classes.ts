/** Classes of words that many rules ask for, each by its meaning: one list of each for all. */
import { wordSet } from "../knowledge/normalise";

/** The words of these classes and those beside them: `anyOf(DETERMINERS, "azure plain")`. */
export function anyOf(...classes: ReadonlyArray<ReadonlySet<string> | string>): ReadonlySet<string> {
  return new Set(classes.flatMap((some) => [...(typeof some === "string" ? wordSet(some) : some)]));
}

/** "the", "a". */
export const ARTICLES = wordSet("the a an");
/** Whose a thing is, before it. */
export const POSSESSIVES = wordSet("our my your their its his her");
/** What the region is called that is copied from. */
export const PRIMARY_ROLES = wordSet("primary main prod production source");
/** Which of the things at hand. */
export const DEMONSTRATIVES = wordSet("this that these those");
/** What may stand before a noun and adds nothing to it. */
export const DETERMINERS = anyOf(ARTICLES, POSSESSIVES, DEMONSTRATIVES);
/** The one who asks, who does something. */
export const FIRST_PERSON = wordSet("we i");
/** People in the talk, who do something. */
export const PERSONAL_PRONOUNS = wordSet("we i you they");
/** What belongs to the one who asks. */
export const FIRST_PERSON_POSSESSIVES = wordSet("our ours my mine us me");
export const FORMS_OF_BE = wordSet("is are was were");
export const FORMS_OF_DO = wordSet("do does did");
export const FORMS_OF_HAVE = wordSet("have has had");
/** "was", "got": what was done to a thing. */
export const PASSIVE_AUXILIARIES = anyOf(FORMS_OF_BE, FORMS_OF_HAVE, "be been got get");
/** What may, must or will be. */
export const MODAL_VERBS = wordSet("can could will would shall should may might must");
/** What stands before another verb, and first in a question. */
export const AUXILIARY_VERBS = anyOf(FORMS_OF_BE, FORMS_OF_DO, FORMS_OF_HAVE, MODAL_VERBS);
export const QUESTION_WORDS = wordSet("what which who whom whose where when why how");
/** A clause that begins with these asks. */
export const QUESTION_OPENINGS = anyOf(QUESTION_WORDS, AUXILIARY_VERBS);
/** Behind these a thing is only supposed. */
export const CONDITIONALS = wordSet("if when once whenever unless whether suppose supposing assume assuming");
/** A clause that begins with these tells nothing yet. */
export const UNSETTLED_OPENINGS = anyOf(QUESTION_OPENINGS, CONDITIONALS);
/** "isn't", whose "t" is a word by itself, or "isnt". */
export const NEGATED_AUXILIARIES = wordSet(
  "isn aren wasn weren don doesn didn haven hasn hadn won wouldn couldn shouldn isnt arent dont doesnt",
);
/** These turn a verb round; "t" is that of "don't". */
export const NEGATIONS = wordSet("not t never cannot");
/** All that deny, verbs and things. */
export const NEGATIVE_WORDS = anyOf(NEGATIONS, "no none nothing without neither nor");
export const NOBODY_PRONOUNS = wordSet("nobody noone none");
export const NEGATIVE_CONJUNCTIONS = wordSet("nor neither");
/** Of these one is meant, or none. */
export const ALTERNATIVE_CONJUNCTIONS = wordSet("or nor");
/** These join the items of a list. */
export const LIST_CONJUNCTIONS = wordSet("and or nor plus vs versus");
/** These join two clauses. */
export const COORDINATORS = wordSet("and but so then while");
/** This and no other. */
export const RESTRICTIVE_ADVERBS = wordSet("only just merely solely purely exclusively");
/** The whole of it. */
export const UNIVERSAL_PRONOUNS = wordSet("all everything anything everybody whole entire rest");
/** All but what follows. */
export const EXCEPTIVE_WORDS = wordSet("but except besides bar barring save");
/** This as the others. */
export const ADDITIVE_ADVERBS = wordSet("too also likewise either ditto");
export const ADVERBS_OF_BEFORE = wordSet("before earlier previously formerly once originally");
export const ADVERBS_OF_NOW = wordSet("now today nowadays currently");
/** Where a thing goes that is dropped. */
export const ADVERBS_OF_REMOVAL = wordSet("out off away aside overboard");
export const POLITE_WORDS = wordSet("please pls plz");
/** "ok, now please": a command may come behind these. */
export const WORDS_BEFORE_A_COMMAND = anyOf(
  POLITE_WORDS,
  "sorry no oh ah ok okay actually wait hmm well so and then now you may can might just",
);
/** Those who are not of our house. */
export const OUTSIDERS = wordSet(
  "vendor partner supplier provider contractor agency consultancy integrator outsourced outsourcer theirs",
);
/** "the network team". */
export const GROUPS_OF_PEOPLE = wordSet("team guys people folks department admins colleagues experts crowd gang squad");
/** The one thing that was named. */
export const SINGULAR_PRONOUNS = wordSet("it this that");
/** The things that were named. */
export const PLURAL_PRONOUNS = wordSet("they them these those");
export const PRONOUNS_OF_THINGS = anyOf(SINGULAR_PRONOUNS, PLURAL_PRONOUNS);
/** These tell more of what stands before them. */
export const RELATIVE_PRONOUNS = wordSet("which who whom whose that where");
/** What it is part of. */
export const PREPOSITIONS_INSIDE = wordSet("in on within inside");
/** What a thing is a part or a matter of. */
export const PREPOSITIONS_OF_BELONGING = wordSet("of for on in");
/** Where it goes. */
export const PREPOSITIONS_TOWARDS = wordSet("to into onto");
/** With what it is done, or by whom. */
export const PREPOSITIONS_OF_MEANS = wordSet("by with via through");
/** These stand before a region. */
export const PREPOSITIONS_OF_PLACE = wordSet("in from to at into across between against");
/** What is done to a thing that is not to count. */
export const VERBS_OF_LEAVING_OUT = wordSet(
  "skip skipped skipping forget ignore ignored ignoring drop dropped dropping omit omitted exclude excluded excluding disregard disregarding scrap ditch ditching kill remove removing scratch bin cut delete strike cancel retire",
);
/** What was done to a thing that another took the place of. */
export const VERBS_OF_SWAPPING = wordSet(
  "replace replaced replacing swap swapped swapping exchange exchanged traded substituted superseded succeeded",
);
/** "swapped for", "replaced by". */
export const PREPOSITIONS_OF_SWAPPING = wordSet("by with for");
/** What is done to a thing that stays. */
export const VERBS_OF_KEEPING = wordSet("keep keeping stay stays remain remains retain retaining include including");

export const VERBS_OF_LOSING = wordSet("lose losing loss lost");
/** What a store does with what is in it. */
export const VERBS_OF_HOLDING = wordSet(
  "hold holds holding store stores storing keep keeps contain contains containing",
);
/** What a service does in its place. */
export const VERBS_OF_STANDING = wordSet(
  "live lives living sit sits sitting stand stands run runs running hosted located",
);
/** What is no work any more. */
export const PARTICIPLES_OF_DONE = wordSet(
  "done tested solved sorted handled finished settled planned covered closed passed checked",
);
/** What was decided against. */
export const PARTICIPLES_OF_REFUSAL = wordSet(
  "cancelled canceled retired rejected dropped refused vetoed scrapped killed discarded abandoned declined binned ditched excluded dismissed sold deleted",
);
/** What a service can be put on, or taken off. */
export const LISTS_AND_PLANS = wordSet("list scope plan table row picture agenda overview diagram design budget");
/** Parts of somebody's own data and code. */
export const DATA_FIELDS = wordSet(
  "column field attribute property dimension label tag parameter param variable enum dropdown filter placeholder claim argument facet header slicer code id key value flag condition setting",
);
/** "the managed kind". */
export const KINDS_OF_THINGS = wordSet(
  "kind sort type one ones flavour flavor variety variant version edition breed brand",
);
export const CARDINAL_NUMBERS = wordSet(
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred",
);
/** As in names of regions. */
export const DIRECTIONS = wordSet("north south east west central northeast southeast northcentral southcentral");
/** Many, or some, of a thing. */
export const QUANTITIES = wordSet(
  "some few several many couple handful dozen dozens lot lots bunch number plenty various mostly multiple load loads pile set hundreds",
);
/** What a thing is, or has become. */
export const COPULAS = anyOf(FORMS_OF_BE, "s be become became remain remains stay stays seem seems looks");
/** An answer that turns something down. */
export const NO_ANSWERS = wordSet("no nope nah never not none nein neither");
export const NECESSARY_ADJECTIVES = wordSet("mandatory obligatory compulsory necessary essential");
export const REFLEXIVE_PRONOUNS = wordSet("ourselves ourself myself yourself themselves itself");
export const UNITS_OF_TIME = wordSet("second seconds minute minutes hour hours day days");
