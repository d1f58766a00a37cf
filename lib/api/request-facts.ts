import type { IncomingMessage } from "node:http";
import type { CredentialHeaders } from "@/lib/auth/api-key-credential";

/** What the walk reads of a request. Two doors lead here, and reading Node's own message is far cheaper than building a `Headers`. */
export type RequestFacts = {
  readonly method: string;
  header(lowerCaseName: string): string | undefined;
  credentialHeaders(): CredentialHeaders;
  readonly socketAddress: string | null;
};

/** Set by the dashboard's server from the socket, after removing what a client sent under this name. */
export const SOCKET_ADDRESS_HEADER = "x-mintkey-socket-address";

/** A request that Node's server received for this process. */
export function factsOfMessage(message: IncomingMessage): RequestFacts {
  return {
    method: message.method ?? "GET",
    header: (name) => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    credentialHeaders: () => credentialHeadersOf(message.rawHeaders),
    socketAddress: message.socket.remoteAddress ?? null,
  };
}

/** A request that came through the dashboard's server, which has put the socket's address into a header. */
export function factsOfRequest(request: Request): RequestFacts {
  const { headers } = request;
  const values = (name: string) => headers.get(name)?.split(", ") ?? [];
  return {
    method: request.method,
    header: (name) => headers.get(name) ?? undefined,
    credentialHeaders: () => ({ authorization: values("authorization"), apiKey: values("x-api-key") }),
    socketAddress: headers.get(SOCKET_ADDRESS_HEADER),
  };
}

/** Every value of both headers: Node's parsed form keeps only the first `Authorization` and would hide that there were two. */
export function credentialHeadersOf(rawHeaders: readonly string[]): CredentialHeaders {
  const authorization: string[] = [];
  const apiKey: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    const value = rawHeaders[at + 1] ?? "";
    if (name.length === 13 && name.toLowerCase() === "authorization") authorization.push(value);
    else if (name.length === 9 && name.toLowerCase() === "x-api-key") apiKey.push(value);
  }
  return { authorization, apiKey };
}
