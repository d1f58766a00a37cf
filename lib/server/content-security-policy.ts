import { randomBytes } from "node:crypto";

export const freshNonce = (): string => randomBytes(16).toString("base64");

/**
 * What a page of the dashboard may load and where it may send: its own origin, and scripts that carry this response's nonce.
 * Styles may stand inline, because floating layers are placed by style attributes.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
