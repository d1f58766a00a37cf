/** Every named permission, in the order in which lists of scopes are kept and shown. */
export const NAMED_SCOPES = [
  "customers:read",
  "customers:write",
  "invoices:read",
  "contracts:read",
  "contracts:write",
  "plans:read",
  "plans:write",
  "meters:read",
  "meters:write",
  "pricing:read",
  "pricing:write",
  "usage:read",
  "usage:write",
] as const;

export const FULL_ACCESS = "*";
export const SCOPES = [FULL_ACCESS, ...NAMED_SCOPES] as const;

export type NamedScope = (typeof NAMED_SCOPES)[number];
export type Scope = (typeof SCOPES)[number];

const READ_SCOPES = NAMED_SCOPES.filter((scope) => scope.endsWith(":read"));

export const PRESETS = {
  "read-only": READ_SCOPES,
  "send-usage": ["usage:write"],
  transactions: inOrder([...READ_SCOPES, "usage:write", "contracts:write"]),
  "account-management": inOrder([...READ_SCOPES, "customers:write", "plans:write", "meters:write", "pricing:write"]),
  "full-access": [FULL_ACCESS],
} as const satisfies Record<string, readonly Scope[]>;

export type Preset = keyof typeof PRESETS;

export function isScope(word: string): word is Scope {
  return word === FULL_ACCESS || isNamedScope(word);
}

export function isPreset(word: string): word is Preset {
  return Object.hasOwn(PRESETS, word);
}

/** Whether the granted list opens what needs this scope: an exact match or full access; `:write` never includes `:read`. */
export function allowsScope(granted: readonly Scope[], needed: NamedScope): boolean {
  return granted.includes(needed) || granted.includes(FULL_ACCESS);
}

/** The one stored form of a list: without duplicates, in table order, and `["*"]` alone when it holds full access. */
export function canonicalScopes(scopes: readonly Scope[]): Scope[] {
  return scopes.includes(FULL_ACCESS) ? [FULL_ACCESS] : inOrder(scopes);
}

/** Whether `next` opens anything that `current` does not. */
export function addsScopes(current: readonly Scope[], next: readonly Scope[]): boolean {
  if (current.includes(FULL_ACCESS)) return false;
  return next.some((scope) => !current.includes(scope));
}

export function isNamedScope(word: string): word is NamedScope {
  return NAMED_SCOPES.some((scope) => scope === word);
}

function inOrder(scopes: readonly Scope[]): NamedScope[] {
  return NAMED_SCOPES.filter((scope) => scopes.includes(scope));
}
