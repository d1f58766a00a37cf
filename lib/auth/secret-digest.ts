import { hash, hkdfSync } from "node:crypto";

/** Turns secrets of one environment into what is stored of them. */
export type SecretDigester = (secret: string) => Buffer;

/** HMAC-SHA256 under the environment's pepper: a stolen database alone cannot even be searched for a known secret. */
export function secretDigester(pepperHex: string): SecretDigester {
  return hmacSha256(derivedKey(pepperHex, "mintkey secret digest"));
}

/** The key of the audit chain: from the same pepper, for another purpose, so that neither use tells about the other. */
export function auditKeyOf(pepperHex: string): Buffer {
  return derivedKey(pepperHex, "mintkey audit chain");
}

function derivedKey(pepperHex: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(pepperHex, "hex"), "", purpose, 32));
}

const BLOCK_BYTES = 64;

/**
 * RFC 2104 in two one-shot hashes, for a key of at most one block. Not `createHmac`: it makes a stream and a native object
 * for each call, which cost three times as much as the hashing, and as much again when they are collected.
 */
function hmacSha256(key: Buffer): (text: string) => Buffer {
  const inner = padded(key, 0x36);
  const outer = padded(key, 0x5c);
  const hashOf = (pad: Buffer, text: string): string =>
    hash("sha256", Buffer.concat([pad, Buffer.from(text, "latin1")]), "binary");
  return (text) => Buffer.from(hashOf(outer, hashOf(inner, text)), "latin1");
}

function padded(key: Buffer, pad: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES, pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}
