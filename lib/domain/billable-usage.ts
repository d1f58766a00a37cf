import type { Meter } from "./meter";

/** First instant included, last excluded. */
export type InstantRange = { readonly start: Date; readonly end: Date };

/** Asks for the value of a meter over the events that bill on one contract in one period. */
export type UsageQuestion = {
  readonly meter: Meter;
  /** Events of this customer only, under every id it has or had. */
  readonly customerId: string;
  readonly contractId: string;
  /** Where events that name the contract count. */
  readonly period: InstantRange;
  /** Where events that name no contract count: the parts of the period in which no other contract comes first. In order, without overlap. */
  readonly unnamedIn: readonly InstantRange[];
};
