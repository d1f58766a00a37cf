// Calls on keys that roles and passwords are tested with.

export type Action = readonly [name: string, method: string, path: string, body?: unknown];
export const CREATE: Action = [
  "create a key",
  "POST",
  "/api-keys",
  { name: "ci", scopes: ["usage:read"], expiresAt: null },
];
export const CHANGE: Action = ["change", "PATCH", "/api-keys/{id}", { note: "changed" }];
export const ROTATE: Action = ["rotate", "POST", "/api-keys/{id}/rotate", { gracePeriodSeconds: 900 }];
export const EXTEND: Action = [
  "extend the rotation of",
  "POST",
  "/api-keys/{id}/rotation/extend",
  { gracePeriodSeconds: 3600 },
];
export const FINISH: Action = ["finish the rotation of", "POST", "/api-keys/{id}/rotation/finish"];
export const ROLLBACK: Action = ["roll back the rotation of", "POST", "/api-keys/{id}/rotation/rollback"];
export const REVOKE: Action = ["revoke", "POST", "/api-keys/{id}/revoke", { reason: "OTHER" }];
export const READ: Action = ["read", "GET", "/api-keys/{id}"];
