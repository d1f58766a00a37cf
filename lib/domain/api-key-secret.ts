// The string a caller sends: prefix, 160 random bits, checksum. The checksum catches typing errors and lets every
// server and secret scanner refuse garbage without a lookup; it proves nothing.
import { crc32 } from "./crc-32";
import type { Environment } from "./environment";

const PREFIX = { production: "mk_live_", sandbox: "mk_test_" } as const satisfies Record<Environment, string>;
const PREFIX_LENGTH = 8;
const RANDOM_HEX_LENGTH = 40;
const CHECKSUM_HEX_LENGTH = 8;
const SECRET_LENGTH = PREFIX_LENGTH + RANDOM_HEX_LENGTH + CHECKSUM_HEX_LENGTH;

/** 160 random bits. NIST SP 800-63B-4 allows a fast hash from 112. */
export const SECRET_RANDOM_BYTES = 20;

/** The pattern for secret scanners. */
export const SECRET_PATTERN = /\bmk_(live|test)_[0-9a-f]{48}\b/;

/** A well-formed secret of this environment. `random` must be 20 bytes from a cryptographic source. */
export function formatSecret(environment: Environment, random: Uint8Array): string {
  if (random.length !== SECRET_RANDOM_BYTES) throw new RangeError("A secret needs exactly 20 random bytes");
  const body = PREFIX[environment] + Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return body + checksumOf(body);
}

/** The environment a well-formed secret belongs to, or null when prefix, length, alphabet or checksum is wrong. */
export function environmentOfSecret(text: string): Environment | null {
  if (text.length !== SECRET_LENGTH) return null;
  const environment = environmentOfPrefix(text);
  if (!environment || !isLowercaseHex(text)) return null;
  const body = text.slice(0, PREFIX_LENGTH + RANDOM_HEX_LENGTH);
  return text.endsWith(checksumOf(body)) ? environment : null;
}

/** The only form of a secret that is stored, shown, logged or searched: prefix, first 4 hex, an ellipsis, last 4 hex. */
export function hintOf(secret: string): string {
  return `${secret.slice(0, PREFIX_LENGTH + 4)}…${secret.slice(-4)}`;
}

/** Whether a text holds something shaped like a whole secret, so that it can be kept out of fields everyone reads. */
export const containsSecret = (text: string): boolean => SECRET_PATTERN.test(text);

/** The text with every whole secret in it cut to its hint. */
export const maskSecrets = (text: string): string => text.replace(/mk_(?:live|test)_[0-9a-f]{48}/g, hintOf);

export const prefixOf = (environment: Environment): string => PREFIX[environment];

function environmentOfPrefix(text: string): Environment | null {
  if (text.startsWith(PREFIX.production)) return "production";
  if (text.startsWith(PREFIX.sandbox)) return "sandbox";
  return null;
}

function isLowercaseHex(text: string): boolean {
  for (let at = PREFIX_LENGTH; at < SECRET_LENGTH; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = code >= 97 && code <= 102;
    if (!isDigit && !isLetter) return false;
  }
  return true;
}

const checksumOf = (body: string): string => crc32(body).toString(16).padStart(CHECKSUM_HEX_LENGTH, "0");
