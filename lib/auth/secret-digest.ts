import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** Turns secrets of one environment into what is stored of them. */
export type SecretDigester = (secret: string) => Buffer;

/** HMAC-SHA256 under the environment's pepper: a stolen database alone cannot even be searched for a known secret. */
export function secretDigester(pepperHex: string): SecretDigester {
  const pepper = derivedKey(pepperHex, "mintkey secret digest");
  return (secret) => createHmac("sha256", pepper).update(secret, "latin1").digest();
}

/** The key of the audit chain: from the same pepper, for another purpose, so that neither use tells about the other. */
export function auditKeyOf(pepperHex: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(pepperHex, "hex"), "", "mintkey audit chain", 32));
}

function derivedKey(pepperHex: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", Buffer.from(pepperHex, "hex"), "", purpose, 32)));
}
