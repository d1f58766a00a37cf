// What a client sent and what it was answered, and whether what is read back agrees with that.

export const FORMS = ["event", "batch", "lines"] as const;
export type Form = (typeof FORMS)[number];

export type SentEvent = {
  /** No two events have the same, and of two with one key the later has the greater. */
  readonly version: number;
  /** Null: sent without. */
  readonly key: string | null;
};

/** `unanswered`: may be there as a whole or not at all. */
export type Outcome = "accepted" | "refused" | "unanswered";

export type SentBatch = {
  readonly form: Form;
  readonly events: readonly SentEvent[];
  /** Keys of its lines that are no events. */
  readonly faultyKeys: readonly string[];
  outcome: Outcome;
};

export type ReadBack = { readonly version: number; readonly key: string };

export class SentLedger {
  readonly #batches: SentBatch[] = [];

  add(batch: SentBatch): void {
    this.#batches.push(batch);
  }

  count(outcome: Outcome): number {
    return this.#batches.filter((batch) => batch.outcome === outcome).length;
  }

  /** Everything that is wrong with what is read back; empty when every accepted event counts exactly once. */
  faultsOf(listed: readonly ReadBack[], rejectedKeys: readonly (string | null)[]): string[] {
    const listedOnce = new Map(listed.map((event) => [event.version, event]));
    const current = new Map(listed.map((event) => [event.key, event.version]));
    const rejected = new Set(rejectedKeys);
    return [
      ...twice(listed.map(({ version }) => version)).map((version) => `Version ${version} is listed twice`),
      ...twice(listed.map(({ key }) => key)).map((key) => `${key} is listed twice`),
      ...twice(rejectedKeys).map((key) => `${key} is rejected twice`),
      ...this.#neverSent(listedOnce, rejected),
      ...this.#batches.flatMap((batch) => faultsOfBatch(batch, listedOnce, current, rejected)),
    ];
  }

  #neverSent(listed: ReadonlyMap<number, ReadBack>, rejected: ReadonlySet<string | null>): string[] {
    const sent = new Map(this.#batches.flatMap(({ events }) => events.map((event) => [event.version, event] as const)));
    const faulty = new Set<string | null>(this.#batches.flatMap(({ faultyKeys }) => faultyKeys));
    const strange = [...listed.values()].filter(({ version, key }) => {
      const event = sent.get(version);
      return !event || (event.key !== null && event.key !== key);
    });
    return [
      ...strange.map(({ version, key }) => `${key} was never sent as version ${version}`),
      ...[...rejected].filter((key) => !faulty.has(key)).map((key) => `${key} was never sent to be rejected`),
    ];
  }
}

function faultsOfBatch(
  { form, events, faultyKeys, outcome }: SentBatch,
  listed: ReadonlyMap<number, ReadBack>,
  current: ReadonlyMap<string, number>,
  rejected: ReadonlySet<string | null>,
): string[] {
  const last = new Map(events.map((event) => [event.key ?? event.version, event]));
  const early = events.filter((event) => last.get(event.key ?? event.version) !== event);
  const present: string[] = [];
  const missing: string[] = [];
  for (const { key, version } of last.values()) {
    if (listed.has(version)) present.push(`version ${version} of ${key}`);
    // A later version hides whether this one ever was there.
    else if (key === null || (current.get(key) ?? 0) < version) missing.push(`version ${version} of ${key}`);
  }
  for (const key of faultyKeys) (rejected.has(key) ? present : missing).push(`rejected ${key}`);
  const superseded = early.filter(({ version }) => listed.has(version));
  return [
    ...superseded.map(({ key, version }) => `Of ${key} version ${version} counts, not the last of its batch`),
    ...(outcome === "accepted" ? missing.map((what) => `Lost of an accepted ${form}: ${what}`) : []),
    ...(outcome === "refused" ? present.map((what) => `Stored of a refused ${form}: ${what}`) : []),
    ...(outcome === "unanswered" && present.length > 0 && missing.length > 0
      ? [`Of an unanswered ${form} there is ${present.join(", ")}, but not ${missing.join(", ")}`]
      : []),
  ];
}

function twice<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<Value>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
