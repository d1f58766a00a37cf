import type { IncomingHttpHeaders } from "node:http";

type Headers = { header(lowerCaseName: string): string | undefined };

/** Set by the dashboard's server, which alone sees the socket and the headers before Next adds its own. */
export const LOCAL_VISITOR_HEADER = "x-mintkey-local-visitor";

const LOOPBACK = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** Whether a visitor must prove access to the terminal by the code that it shows. */
export const isSetupCodeNeeded = (headers: Headers): boolean => headers.header(LOCAL_VISITOR_HEADER) !== "1";

/**
 * Whether a request was sent on this very machine. Behind a proxy here everybody seems to come from the loopback address,
 * so a forwarded request or a foreign host name is not local.
 */
export function isLocalVisitor(headers: IncomingHttpHeaders, socketAddress: string | undefined): boolean {
  const isForwarded = PROXY_HEADERS.some((name) => headers[name] !== undefined);
  return !isForwarded && LOOPBACK.test(socketAddress ?? "") && LOCAL_HOST.test(headers.host ?? "");
}
