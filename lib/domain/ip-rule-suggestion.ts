import { networkAround } from "./ip-rule";

export type SeenFrom = { readonly address: string; readonly requests: number };
export type SuggestedRule = { readonly rule: string; readonly addresses: number; readonly requests: number };

/** So many neighbours are taken for a network of one owner. */
const NEIGHBOURS_MIN = 3;

/** The smallest list that admits all of these addresses: each alone, or the /24 or /64 that at least three of them share. */
export function suggestIpRules(seen: readonly SeenFrom[]): SuggestedRule[] {
  const neighbourhoods = new Map<string, SeenFrom[]>();
  for (const each of seen) {
    const network = networkAround(each.address, isV6(each.address) ? 64 : 24);
    neighbourhoods.set(network, [...(neighbourhoods.get(network) ?? []), each]);
  }
  const rules = [...neighbourhoods].flatMap(([network, members]) =>
    members.length >= NEIGHBOURS_MIN
      ? [ruleOf(network, members)]
      : members.map((member) => ruleOf(networkAround(member.address, isV6(member.address) ? 128 : 32), [member])),
  );
  return rules.sort((one, other) => other.requests - one.requests || (one.rule < other.rule ? -1 : 1));
}

const isV6 = (address: string): boolean => address.includes(":");

const ruleOf = (rule: string, members: readonly SeenFrom[]): SuggestedRule => ({
  rule,
  addresses: members.length,
  requests: members.reduce((sum, { requests }) => sum + requests, 0),
});
