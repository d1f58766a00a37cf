/** A request that somebody puts together on the reference page. */
export type TriedRequest = {
  method: string;
  /** Of the dashboard's own origin. */
  url: string;
  /** Empty: sent without a key. */
  secret: string;
  body: string | null;
  headers: Readonly<Record<string, string>>;
};

export type TriedAnswer = {
  status: number;
  statusText: string;
  durationMs: number;
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
  requestId: string | null;
};

/** Sends it as an API client would: no cookie goes along, so the answer is the key's and never the signed-in person's. */
export async function tryRequest({ method, url, secret, body, headers: given }: TriedRequest): Promise<TriedAnswer> {
  const headers = new Headers(given);
  if (secret !== "") headers.set("Authorization", `Bearer ${secret}`);
  if (body !== null) headers.set("Content-Type", "application/json");
  const startedAtMs = performance.now();
  const response = await fetch(url, {
    method,
    headers,
    body,
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
  });
  const text = await response.text();
  return {
    status: response.status,
    statusText: response.statusText,
    durationMs: performance.now() - startedAtMs,
    headers: [...response.headers],
    body: text,
    requestId: response.headers.get("X-Request-Id"),
  };
}
