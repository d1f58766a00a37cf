import { canonicalScopes, PRESETS, type Preset, type Scope } from "@/lib/domain/scope";

export const EXPIRY_DAYS = [7, 30, 60, 90, 365] as const;

/** `7d` … `365d`, a UTC day (`2027-01-31`), or `never`; the form in which links carry it. Empty: not chosen yet. */
export type ExpiryChoice = string;

export const NEVER = "never";
export const DEFAULT_EXPIRY = "30d";

/** What the form holds: choices and text as entered, so that nothing typed is lost or tidied away. */
export type KeySettings = {
  name: string;
  note: string;
  /** Null: nothing chosen yet. `custom`: what the matrix says. */
  preset: Preset | "custom" | null;
  scopes: readonly Scope[];
  expiry: ExpiryChoice;
  /** One IP rule a line. */
  allowedIps: string;
};

export const BLANK_SETTINGS: KeySettings = {
  name: "",
  note: "",
  preset: null,
  scopes: [],
  expiry: DEFAULT_EXPIRY,
  allowedIps: "",
};

const PRESET_NAMES = ["read-only", "send-usage", "transactions", "account-management", "full-access"] as const;

/** The preset that means exactly these scopes, else `custom`; null for none. */
export function presetOf(scopes: readonly Scope[]): KeySettings["preset"] {
  if (scopes.length === 0) return null;
  const wanted = canonicalScopes(scopes).join();
  return PRESET_NAMES.find((preset) => PRESETS[preset].join() === wanted) ?? "custom";
}
