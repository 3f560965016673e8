/** What was delivered and what came of it; judged at the end, when the last reply is in. */
import type { Arrivals } from "./connector";
import type { Delivery } from "./traffic";

type Entry = { kind: Delivery["kind"]; deliveries: number };

export type Verdict = {
  readonly delivered: Readonly<Record<string, number>>;
  /** By the connector's mood, how many replies arrived. */
  readonly moods: Readonly<Record<string, number>>;
  readonly answered: number;
  readonly refused: number;
  readonly faults: Readonly<Record<Fault, number>>;
  readonly latencies: readonly number[];
};

export const FAULTS = ["lost", "doubled", "answered without right", "wrong status", "no response"] as const;
type Fault = (typeof FAULTS)[number];

export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #faults: Record<Fault, number> = {
    lost: 0,
    doubled: 0,
    "answered without right": 0,
    "wrong status": 0,
    "no response": 0,
  };
  readonly #delivered: Record<string, number> = {};
  readonly #latencies: { readonly id: string; readonly took: number }[] = [];
  readonly wrong: string[] = [];

  /** @param took milliseconds from the request to the response */
  note(delivery: Delivery, status: number | undefined, took: number): void {
    this.#delivered[delivery.kind] = (this.#delivered[delivery.kind] ?? 0) + 1;
    if (delivery.kind !== "duplicate") this.#entries.set(delivery.id, { kind: delivery.kind, deliveries: 1 });
    if (status === undefined) this.#fault("no response", delivery.id);
    else if (!delivery.statuses.includes(status)) this.#fault("wrong status", `${status} for ${delivery.kind}`);
    if (delivery.kind === "question" || delivery.kind === "tap") this.#latencies.push({ id: delivery.id, took });
  }

  #fault(fault: Fault, what: string): void {
    this.#faults[fault]++;
    if (this.wrong.length < 20) this.wrong.push(`${fault}: ${what}`);
  }

  /** @param arrivals what the connector saw, by the id of the message that was replied to */
  judge(arrivals: ReadonlyMap<string, Arrivals>): Verdict {
    const moods: Record<string, number> = {};
    let [answered, refused] = [0, 0];
    for (const [id, { kind }] of this.#entries) {
      const came = arrivals.get(id);
      if (kind === "malformed" || kind === "bad token" || kind === "execute") {
        if (came) this.#fault("answered without right", `${kind} ${id}`);
        continue;
      }
      if (!came) {
        this.#fault("lost", id);
        continue;
      }
      moods[came.mood] = (moods[came.mood] ?? 0) + 1;
      if (came.arrived > (came.mood === "429" ? 2 : 1)) this.#fault("doubled", `${id} (${came.mood})`);
      if (came.accepted > 0) answered++;
      else if (came.mood === "500" || came.mood === "hang") refused++;
      else this.#fault("lost", `${id} (${came.mood})`);
    }
    const healthy = this.#latencies.filter(({ id }) => arrivals.get(id)?.mood === "well").map(({ took }) => took);
    return { delivered: this.#delivered, moods, answered, refused, faults: this.#faults, latencies: healthy };
  }
}
