/** What comes back from buttons and from the store is foreign: only ids that the knowledge has are taken from it. */
import { KINDS } from "../knowledge/kinds";
import type { Knowledge } from "../knowledge/knowledge";
import type { Service } from "../knowledge/schema";
import { tierId } from "../knowledge/tiers";
import type { ConversationContext } from "./context";
import type { Shown } from "./shown";
import type { Tap, TapMeaning } from "./tap";

export class KnownIds {
  readonly #ids: ReadonlySet<string>;
  readonly #concepts: ReadonlySet<string>;

  constructor({ services, regions, concepts }: Knowledge) {
    this.#ids = new Set([...KINDS, ...regions.map(({ id }) => id), ...services.flatMap(idsOf)]);
    this.#concepts = new Set(concepts.map(({ id }) => id));
  }

  /** @returns the tap without ids that nothing has */
  inTap({ back, ...tap }: Tap): Tap {
    return { ...this.#inMeaning(tap), back: back && this.#inMeaning(back) };
  }

  /** @returns the context without ids that nothing has */
  inContext(context: ConversationContext): ConversationContext {
    const { services, regions, targets, choices, told, tiers, recent, shown } = context;
    return {
      ...context,
      services: this.#known(services),
      regions: this.#known(regions),
      targets: this.#known(targets),
      choices: this.#known(choices),
      told: this.#known(told),
      tiers: this.#known(tiers),
      recent: this.#known(recent),
      concept: this.#concept(context.concept),
      shown: shown && this.#inShown(shown),
    };
  }

  #inMeaning(tap: TapMeaning): TapMeaning {
    return {
      ...tap,
      services: this.#known(tap.services),
      choices: tap.choices.map((ids) => this.#known(ids)).filter(({ length }) => length > 0),
      regions: this.#known(tap.regions),
      targets: this.#known(tap.targets),
      told: this.#known(tap.told),
      kinds: this.#known(tap.kinds),
      concept: this.#concept(tap.concept),
    };
  }

  #inShown(shown: Shown): Shown {
    const { kinds, without, whole, regions } = shown;
    return {
      ...shown,
      kinds: this.#known(kinds),
      without: this.#known(without),
      whole: this.#known(whole),
      regions: this.#known(regions),
    };
  }

  /** Each once, so that no list is longer than the knowledge. */
  #known(ids: readonly string[]): string[] {
    return [...new Set(ids)].filter((id) => this.#ids.has(id));
  }

  #concept(id: string | null): string | null {
    return id !== null && this.#concepts.has(id) ? id : null;
  }
}

/** Its own id and all that can be told of it: tiers, parts and former names. */
function idsOf(service: Service): string[] {
  const { id, tiers, notCovered, formerly } = service;
  return [
    id,
    ...tiers.map(({ names }) => tierId(service, names)),
    ...notCovered.map((part) => part.id),
    ...formerly.map(({ name }) => name),
  ];
}
