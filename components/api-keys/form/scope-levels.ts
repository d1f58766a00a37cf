import { canonicalScopes, FULL_ACCESS, isScope, type Scope } from "@/lib/domain/scope";

export const RESOURCES = ["customers", "invoices", "contracts", "plans", "meters", "pricing", "usage"] as const;
export const LEVELS = ["none", "read", "write", "both"] as const;

export type Resource = (typeof RESOURCES)[number];
export type Level = (typeof LEVELS)[number];

export const LEVEL_NAMES = { none: "None", read: "Read", write: "Write", both: "Both" } as const satisfies Record<
  Level,
  string
>;

/** What a list of scopes opens of one resource. */
export function levelOf(scopes: readonly Scope[], resource: Resource): Level {
  const holds = (verb: "read" | "write") => scopes.some((scope) => scope === `${resource}:${verb}`);
  if (holds("read")) return holds("write") ? "both" : "read";
  return holds("write") ? "write" : "none";
}

/** Whether every scope that the level needs exists: nothing writes invoices. */
export const levelExists = (resource: Resource, level: Level): boolean => scopesOf(resource, level).every(isScope);

/** The list with one resource set to a level. */
export function withLevel(scopes: readonly Scope[], resource: Resource, level: Level): Scope[] {
  const others = scopes.filter((scope) => scope !== FULL_ACCESS && !scope.startsWith(`${resource}:`));
  return canonicalScopes([...others, ...scopesOf(resource, level).filter(isScope)]);
}

/** Every resource set to the level, or to as much of it as exists. */
export function withColumn(level: Level): Scope[] {
  return canonicalScopes(RESOURCES.flatMap((resource) => scopesOf(resource, level)).filter(isScope));
}

function scopesOf(resource: Resource, level: Level): string[] {
  if (level === "none") return [];
  return level === "both" ? [`${resource}:read`, `${resource}:write`] : [`${resource}:${level}`];
}
