// What a change to a key would have meant for the requests that it made.
import { allowsAddress, ipRuleOf } from "./ip-rule";
import type { SeenFrom } from "./ip-rule-suggestion";
import { allowsScope, isNamedScope, type Scope } from "./scope";

export type UsedScope = { readonly scope: string; readonly requests: number };

/** How many requests these scopes would have refused. */
export const refusedByScopes = (granted: readonly Scope[], used: readonly UsedScope[]): number =>
  sumOf(used.filter(({ scope }) => isNamedScope(scope) && !allowsScope(granted, scope)));

/** How many requests these canonical rules would have refused. */
export function refusedByRules(allowedIps: readonly string[], seen: readonly SeenFrom[]): number {
  const rules = allowedIps.map(ipRuleOf);
  return sumOf(seen.filter(({ address }) => !allowsAddress(rules, address)));
}

const sumOf = (counted: readonly { readonly requests: number }[]): number =>
  counted.reduce((sum, { requests }) => sum + requests, 0);
