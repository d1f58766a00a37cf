import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ClickHouseRefusal } from "./clickhouse-error";

export type ClickHouseLogin = { user: string; password: string };

/** Throws unless the request brings these credentials. A wrong name and a wrong password are told apart by nobody. */
export function checkLogin(headers: IncomingHttpHeaders, login: ClickHouseLogin): void {
  const given = basicLogin(headers.authorization) ?? headerLogin(headers);
  if (!given) throw new ClickHouseRefusal(194, "REQUIRED_PASSWORD", "Password required");
  const isUser = isSame(given.user, login.user);
  const isPassword = isSame(given.password, login.password);
  if (isUser && isPassword) return;
  throw new ClickHouseRefusal(
    516,
    "AUTHENTICATION_FAILED",
    "Authentication failed: password is incorrect, or there is no user with such name",
  );
}

function basicLogin(header: string | undefined): ClickHouseLogin | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return { user: text.slice(0, Math.max(colon, 0)), password: text.slice(colon + 1) };
}

function headerLogin(headers: IncomingHttpHeaders): ClickHouseLogin | undefined {
  const { "x-clickhouse-user": user, "x-clickhouse-key": password } = headers;
  return typeof user === "string" && typeof password === "string" ? { user, password } : undefined;
}

/** Digests have one length, so the time of comparing tells nothing. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
