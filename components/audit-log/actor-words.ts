/** Who acted, with the kind where the name alone could be taken for a member's: "Billing worker (key)". */
export function actorWords({ name, kind }: { name: string; kind: string }): string {
  return kind === "api_key" ? `${name} (key)` : name;
}
