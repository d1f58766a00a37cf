import { FULL_ACCESS, type Scope } from "@/lib/domain/scope";
import { levelOf, RESOURCES, type Resource } from "./scope-levels";

const WRITES = {
  customers: "change customers",
  invoices: "change invoices",
  contracts: "change contracts",
  plans: "change plans",
  meters: "change meters",
  pricing: "change pricing",
  usage: "send usage",
} as const satisfies Record<Resource, string>;

/** "Can read customers and send usage. Cannot write anything else." */
export function accessSentence(scopes: readonly Scope[]): string {
  if (scopes.includes(FULL_ACCESS)) return "Can read and change everything, also what is added later.";
  if (scopes.length === 0) return "Nothing is chosen yet.";
  const reads = RESOURCES.filter((resource) => ["read", "both"].includes(levelOf(scopes, resource)));
  const writes = RESOURCES.filter((resource) => ["write", "both"].includes(levelOf(scopes, resource)));
  const readsAll = reads.length === RESOURCES.length;
  const abilities = [
    ...(reads.length > 0 ? [`read ${readsAll ? "everything" : listed(reads)}`] : []),
    ...writes.map((resource) => WRITES[resource]),
  ];
  return `Can ${listed(abilities)}. ${limitOf(reads.length, writes.length)}`;
}

function limitOf(reads: number, writes: number): string {
  if (writes === 0) return "Cannot write anything.";
  return reads === 0 ? "Cannot read anything, or write anything else." : "Cannot write anything else.";
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
