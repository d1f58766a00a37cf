import { expect, test } from "vitest";
import { RequestBuffer } from "@/lib/api/request-buffer";
import type { LoggedRequest } from "@/lib/domain/logged-request";

const CALLER = { organizationId: "o", keyId: "k", secretId: "s" };
const request = (requestId: string, caller: LoggedRequest["caller"] = CALLER): LoggedRequest => ({
  caller,
  foreignHint: null,
  atMs: 0,
  requestId,
  method: "GET",
  route: "/v1/me",
  scope: "",
  status: 200,
  errorCode: "",
  errorMessage: "",
  failedCheck: null,
  durationUs: 1,
  address: null,
  userAgent: null,
  events: 0,
});
const idsOf = (requests: readonly LoggedRequest[]) => requests.map(({ requestId }) => requestId);

test("requests leave in the order in which they came, each once", () => {
  const buffer = new RequestBuffer();
  for (let at = 0; at < 5; at++) buffer.add(request(String(at)));
  expect(idsOf(buffer.take(3))).toEqual(["0", "1", "2"]);
  buffer.add(request("5"));
  expect(idsOf(buffer.take(10))).toEqual(["3", "4", "5"]);
  expect([buffer.take(10), buffer.length, buffer.lost]).toEqual([[], 0, 0]);
});

test("a full buffer forgets its oldest, counts them, and never grows", () => {
  const buffer = new RequestBuffer();
  for (let at = 0; at < 20_000; at++) buffer.add(request(String(at)));
  expect([buffer.length, buffer.lost]).toEqual([20_000, 0]);
  for (let at = 20_000; at < 20_003; at++) buffer.add(request(String(at)));
  expect([buffer.length, buffer.lost]).toEqual([20_000, 3]);
  const kept = idsOf(buffer.take(30_000));
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([20_000, "3", "20002"]);
});

test("a flood of requests that belong to nobody pushes out nothing that belongs to somebody", () => {
  const buffer = new RequestBuffer();
  buffer.add(request("ours"));
  for (let at = 0; at < 50_000; at++) buffer.add(request(`stranger ${at}`, null));
  expect([buffer.length, buffer.lost]).toEqual([1_001, 49_000]);
  expect(idsOf(buffer.take(1))).toEqual(["ours"]);
  buffer.take(1);
  buffer.add(request("one more", null));
  expect(buffer.length).toBe(1_000);
});
