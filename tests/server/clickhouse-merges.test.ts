import { createClient } from "@clickhouse/client";
import { expect, test } from "vitest";
import { makeEventTables } from "@/lib/store/event-store-schema";
import { testClickHouse } from "../support/clickhouse";

test("parts of events that are old enough become one, however few they are", async () => {
  const clickHouse = await testClickHouse();
  await makeEventTables({ url: clickHouse.url });
  const client = createClient({ url: clickHouse.url });
  try {
    for (const version of [1, 2, 3]) {
      const values = `('11111111-1111-4111-8111-111111111111', 'row_1', ${version})`;
      await client.command({
        query: `INSERT INTO usage_events (organization_id, idempotency_key, version) VALUES ${values}`,
      });
    }
    const parts = async () => {
      const query =
        "SELECT name FROM system.parts WHERE active AND database = currentDatabase() AND table = 'usage_events'";
      return (await (await client.query({ query, format: "JSONEachRow" })).json()).length;
    };
    expect(await parts()).toBe(3);
    const read = await client.query({ query: "SHOW CREATE TABLE usage_events", format: "JSONEachRow" });
    expect(await read.text()).toContain("min_age_to_force_merge_seconds = 86400");
    // A day is made a second.
    await client.command({ query: "ALTER TABLE usage_events MODIFY SETTING min_age_to_force_merge_seconds = 1" });
    await expect.poll(parts, { timeout: 15_000 }).toBe(1);
  } finally {
    await client.close();
    await clickHouse.drop();
  }
});
