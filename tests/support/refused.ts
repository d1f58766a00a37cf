import { expect } from "vitest";
import type { World } from "./api";
import { everythingIn } from "./rows";

/** A creation is refused at exactly these paths, and no table has a row that it did not have before. */
export async function expectRefused(
  { api, databases }: World,
  secret: string,
  resource: string,
  body: unknown,
  ...paths: string[]
): Promise<void> {
  const before = await everythingIn(databases.productionUrl);
  const { status, error, text } = await api.production.call("POST", `/v1/${resource}`, { secret, body });
  expect({ status, paths: error?.details?.map(({ path }) => path) }, text).toEqual({ status: 400, paths });
  for (const { path, message } of error?.details ?? [])
    expect(message.startsWith(path) || /^[A-Z]\w+ not found$/.test(message), message).toBe(true);
  expect(await everythingIn(databases.productionUrl)).toEqual(before);
}
