import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { apiEndpoints } from "@/lib/api/endpoints";
import { openWorld, type World } from "../support/api";

const operation = z.looseObject({
  operationId: z.string(),
  "x-scope": z.string().nullable(),
  "x-rate-limit": z.string(),
});
const document = z.looseObject({
  openapi: z.literal("3.1.0"),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const read = async () => document.parse((await world.api.sandbox.call("GET", "/v1/openapi.json")).json);

test("the document tells of every endpoint, with the scope it needs, and of no other", async () => {
  const { paths, servers } = await read();
  const told = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { "x-scope": scope, "x-rate-limit": limit }]) => [
      method,
      path,
      scope,
      limit,
    ]),
  );
  const served = apiEndpoints("").map(({ method, path, scope, limit }) => [method, path, scope, limit]);
  expect(told.map(String).sort()).toEqual(served.map(String).sort());
  expect(servers).toEqual([{ url: "https://api.example.test/sandbox" }]);
});

test("no two operations share a name", async () => {
  const { paths } = await read();
  const names = Object.values(paths).flatMap((operations) => Object.values(operations).map((one) => one.operationId));
  expect(new Set(names).size).toBe(names.length);
});

test("every reference in the document leads somewhere in it", async () => {
  const { text } = await world.api.sandbox.call("GET", "/v1/openapi.json");
  const whole: unknown = JSON.parse(text);
  for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer.split("/").reduce<unknown>((at, name) => Reflect.get(Object(at), name), whole);
    expect(found, pointer).toBeDefined();
  }
});
