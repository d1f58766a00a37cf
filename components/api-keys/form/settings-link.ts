// The form and the address bar say the same: a link fills the form, the form writes its link. Nothing is ever sent by opening one.
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { containsSecret } from "@/lib/domain/api-key-secret";
import { parseIpRule } from "@/lib/domain/ip-rule";
import { canonicalScopes, isPreset, isScope, PRESETS } from "@/lib/domain/scope";
import type { Search } from "@/lib/paths";
import { isExpiryChoice, lastDayOf } from "./expiry";
import { ipRuleLines } from "./ip-rule-lines";
import { BLANK_SETTINGS, DEFAULT_EXPIRY, EXPIRY_DAYS, type KeySettings, NEVER, presetOf } from "./key-settings";

export const SETTINGS_PARAMETERS = ["name", "note", "preset", "scopes", "expires", "ip"] as const;

type LinkedSettings = {
  settings: KeySettings;
  /** Whether the link carried anything. */
  filled: boolean;
  /** What it carried that the form cannot hold, in words. */
  leftOut: string[];
};

/** Reads a link as far as it makes sense. `scopes` wins over `preset`. */
export function readSettingsLink(search: URLSearchParams, now: Date): LinkedSettings {
  const leftOut: string[] = [];
  const textOf = (parameter: "name" | "note") => {
    const value = search.get(parameter) ?? "";
    if (!containsSecret(value)) return value;
    leftOut.push(`the ${parameter}, which holds a whole key`);
    return "";
  };
  const settings = {
    name: textOf("name"),
    note: textOf("note"),
    ...readAccess(search, leftOut),
    expiry: readExpiry(search.get("expires"), now, leftOut),
    allowedIps: readIpRules(search.get("ip"), leftOut),
  };
  return { settings, filled: SETTINGS_PARAMETERS.some((parameter) => search.has(parameter)), leftOut };
}

/** The link's part after the `?`, without what is as at first. A value that holds a whole key is never written. */
export function settingsSearch(settings: KeySettings): Search {
  const { name, note, preset, scopes, expiry, allowedIps } = settings;
  const search = {
    name,
    note,
    preset: preset === "custom" ? null : preset,
    scopes: preset === "custom" ? scopes.join(",") : null,
    expires: expiry === DEFAULT_EXPIRY ? null : expiry,
    ip: ipRuleLines(allowedIps).join(","),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value === null || !containsSecret(value)));
}

/** The link that makes another key like this one. */
export function settingsSearchOf(key: ApiKeyJson): Search {
  return settingsSearch({
    name: key.name,
    note: key.note,
    preset: presetOf(key.scopes),
    scopes: key.scopes,
    expiry: expiryChoiceOf(key),
    allowedIps: key.allowedIps.join("\n"),
  });
}

/** The choice that was made when the key was created, as far as its times still tell. */
function expiryChoiceOf(key: ApiKeyJson): string {
  if (key.expiresAt === null) return NEVER;
  const days = (Date.parse(key.expiresAt) - Date.parse(key.createdAt)) / DAY_MS;
  const chosen = EXPIRY_DAYS.find((choice) => Math.abs(choice - days) < 0.01);
  if (chosen) return `${chosen}d`;
  return Date.parse(key.expiresAt) > Date.now() + DAY_MS ? lastDayOf(key.expiresAt) : DEFAULT_EXPIRY;
}

function readAccess(search: URLSearchParams, leftOut: string[]): Pick<KeySettings, "preset" | "scopes"> {
  const words = listOf(search.get("scopes"));
  leftOut.push(...words.filter((word) => !isScope(word)).map((word) => `scope ${shortened(word)}`));
  const scopes = canonicalScopes(words.filter(isScope));
  if (scopes.length > 0) return { scopes, preset: presetOf(scopes) };
  const preset = search.get("preset") ?? "";
  if (isPreset(preset)) return { scopes: PRESETS[preset], preset };
  if (preset !== "" && preset !== "custom") leftOut.push(`preset ${shortened(preset)}`);
  return { scopes: [], preset: null };
}

function readExpiry(written: string | null, now: Date, leftOut: string[]): string {
  if (written === null || isExpiryChoice(written, now)) return written ?? BLANK_SETTINGS.expiry;
  leftOut.push(`expiry ${shortened(written)}`);
  return BLANK_SETTINGS.expiry;
}

function readIpRules(written: string | null, leftOut: string[]): string {
  const rules = listOf(written);
  const good = rules.filter((rule) => "canonical" in parseIpRule(rule));
  leftOut.push(...rules.filter((rule) => !good.includes(rule)).map((rule) => `IP rule ${shortened(rule)}`));
  return good.join("\n");
}

const DAY_MS = 86_400_000;
const WORD_MAX = 60;

const listOf = (written: string | null): string[] =>
  (written ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

const shortened = (word: string): string => {
  if (containsSecret(word)) return "that holds a whole key";
  return word.length > WORD_MAX ? `${word.slice(0, WORD_MAX)}…` : word;
};
