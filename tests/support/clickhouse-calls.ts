// Plain requests to an embedded ClickHouse, beside those of the official client.
/** Sends a statement, with what belongs to it as the body. */
export async function ask(url: string, query: string, body?: string): Promise<Response> {
  const { origin, pathname, username, password } = new URL(url);
  const address = new URL(origin);
  address.searchParams.set("query", query);
  address.searchParams.set("database", pathname.slice(1));
  const headers = { "X-ClickHouse-User": username, "X-ClickHouse-Key": password };
  return fetch(address, { method: "POST", headers, body });
}

/** The answer's text; throws the refusal. */
export async function answerOf(url: string, query: string): Promise<string> {
  const answer = await ask(url, query);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.text()).trim();
}
