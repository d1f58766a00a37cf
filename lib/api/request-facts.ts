import type { IncomingMessage } from "node:http";
import type { CredentialHeaders } from "@/lib/auth/api-key-credential";

/** What the walk reads of a request. Two doors lead here, and reading Node's own message is far cheaper than building a `Headers`. */
export interface RequestFacts {
  readonly method: string;
  /** What follows the question mark, as sent. */
  readonly search: string;
  readonly socketAddress: string | null;
  /** The body as it comes in. Whoever stops half-way leaves the rest where it is, so that a refusal can still be sent. */
  chunks(): AsyncIterable<Uint8Array>;
  header(lowerCaseName: string): string | undefined;
  credentialHeaders(): CredentialHeaders;
}

/** Set by the dashboard's server from the socket, after removing what a client sent under this name. */
export const SOCKET_ADDRESS_HEADER = "x-mintkey-socket-address";

/** A request that Node's server received for this process. A class: its methods are made once, not for each request. */
export class MessageFacts implements RequestFacts {
  constructor(private readonly message: IncomingMessage) {}

  chunks(): AsyncIterable<Uint8Array> {
    return this.message.iterator({ destroyOnReturn: false });
  }

  get method(): string {
    return this.message.method ?? "GET";
  }

  get search(): string {
    return searchOf(this.message.url ?? "");
  }

  get socketAddress(): string | null {
    return this.message.socket.remoteAddress ?? null;
  }

  header(lowerCaseName: string): string | undefined {
    const value = this.message.headers[lowerCaseName];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  credentialHeaders(): CredentialHeaders {
    return credentialHeadersOf(this.message.rawHeaders);
  }
}

/** A request that came through the dashboard's server, which has put the socket's address into a header. */
export class FetchedFacts implements RequestFacts {
  constructor(private readonly request: Request) {}

  async *chunks(): AsyncIterable<Uint8Array> {
    // No loop over the stream itself: leaving one early would cancel it.
    const reader = this.request.body?.getReader();
    while (reader) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  }

  get method(): string {
    return this.request.method;
  }

  get search(): string {
    return searchOf(this.request.url);
  }

  get socketAddress(): string | null {
    return this.request.headers.get(SOCKET_ADDRESS_HEADER);
  }

  header(lowerCaseName: string): string | undefined {
    return this.request.headers.get(lowerCaseName) ?? undefined;
  }

  credentialHeaders(): CredentialHeaders {
    const values = (name: string) => this.header(name)?.split(", ") ?? [];
    return { authorization: values("authorization"), apiKey: values("x-api-key") };
  }
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

function searchOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}
