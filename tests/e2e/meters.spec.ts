import type { Page } from "playwright/test";
import { addMeter } from "../support/catalog";
import { tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const table = (page: Page) => page.getByRole("table", { name: "Meters" });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const metersUrl = (environment: string) => `/${environment}/plans?tab=meters`;

test("an empty list offers to create a meter, by form and by a curl command of this environment", async ({ page }) => {
  await page.goto(metersUrl("production"));
  await expect(page.getByText("No active meters in production.")).toBeVisible();
  const command = region(page, "curl command");
  await expect(command).toContainText(`${process.env.MINTKEY_TEST_PRODUCTION_API_URL}/v1/meters`);
  await page.getByRole("link", { name: "Create meter" }).first().click();
  await expect(page.getByRole("heading", { name: "Create production meter", level: 1 })).toBeFocused();
});

test("a meter is created with everything it can have, told in a sentence while it is written", async ({ page }) => {
  await page.goto("/sandbox/plans/meters/new");
  const summary = region(page, "Summary");
  await expect(summary).toContainText("Counts the sum of … of all events.");
  await page.getByLabel("Name", { exact: true }).fill("API calls");
  await page.getByLabel("Code").fill("api_calls");
  await page.getByLabel("Property", { exact: true }).fill("units");
  await page.getByLabel("Event names").fill("api_call\nbatch_call");
  await page.getByRole("button", { name: "Add filter" }).click();
  const filter = page.getByRole("group", { name: "Filter 1" });
  await expect(filter.getByLabel("Property")).toBeFocused();
  await filter.getByLabel("Property").fill("region");
  await filter.getByLabel("Values").fill("eu\nus");
  await page.getByRole("button", { name: "Add filter" }).click();
  const second = page.getByRole("group", { name: "Filter 2" });
  await second.getByLabel("Property").fill("trial");
  await second.getByLabel("Condition").selectOption("is absent");
  await page.getByLabel("Group by").fill("model");
  const sentence =
    "Counts the sum of units of api_call or batch_call events where region is eu or us and trial is absent, for each model, added up.";
  await expect(summary).toContainText(sentence);
  await page.getByRole("button", { name: "Create sandbox meter" }).dblclick();

  await expect(page.getByRole("heading", { name: "API calls", level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("API calls · Meters · Sandbox · Mintkey");
  await expect(page.getByRole("main")).toContainText(sentence);
  await expect(region(page, "Details")).toContainText(
    /API_CALLS.*units.*api_call.*batch_call.*region is one of eu, us/,
  );
  await expect(region(page, "curl command")).toContainText(
    /"eventName": "api_call",\s+"externalCustomerId": "cust_42",\s+"properties": {"units": 1, "model": "example", "region": "eu"}/,
  );
  const breadcrumb = page.getByRole("navigation", { name: "Breadcrumb" });
  await breadcrumb.getByRole("link", { name: "Meters" }).click();
  await expect(page.getByText("1 meter", { exact: true })).toBeVisible();
});

test("a count needs no property, and one typed before is kept for another type", async ({ page }) => {
  await page.goto("/sandbox/plans/meters/new");
  await page.getByLabel("Name", { exact: true }).fill("Calls");
  await page.getByLabel("Property", { exact: true }).fill("units");
  await page.getByRole("radio", { name: "Count", exact: true }).check();
  await expect(page.getByLabel("Property", { exact: true })).toBeHidden();
  await page.getByRole("radio", { name: "Largest" }).check();
  await expect(region(page, "Summary")).toContainText("Counts the largest units of all events.");
  await page.getByRole("radio", { name: "Count", exact: true }).check();
  const request = page.waitForRequest((each) => each.method() === "POST");
  await page.getByRole("button", { name: "Create sandbox meter" }).click();
  expect((await request).postDataJSON()).not.toHaveProperty("aggregationKey");
  await expect(page.getByRole("heading", { name: "Calls", level: 1 })).toBeVisible();
});

test("faults stand beside their fields, in the row they belong to, and nothing is sent", async ({ page }) => {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await page.goto("/sandbox/plans/meters/new");
  await page.getByLabel("Code").fill("api calls");
  for (const _ of [1, 2, 3]) await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("button", { name: "Remove filter 1" }).click();
  await page.getByRole("group", { name: "Filter 1" }).getByLabel("Property").fill("region");
  await page.getByRole("button", { name: "Create sandbox meter" }).click();
  const name = page.getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Enter a name\./);
  await expect(page.getByLabel("Code")).toHaveAccessibleDescription(/Use at most 64 letters, digits and underscores\./);
  const first = page.getByRole("group", { name: "Filter 1" });
  await expect(first.getByLabel("Property")).toHaveAccessibleDescription("");
  await expect(first.getByLabel("Values")).toHaveAccessibleDescription(/Enter at least one value\./);
  const second = page.getByRole("group", { name: "Filter 2" });
  await expect(second.getByLabel("Property")).toHaveAccessibleDescription("Enter a property name.");
  await first.getByLabel("Condition").selectOption("is present");
  await expect(first.getByText("Enter at least one value.")).toBeHidden();
  expect(sent).toBe(0);
});

test("a code that another active meter has is refused beside its field, and the form keeps its values", async ({
  page,
  organization,
}) => {
  await addMeter(tenantOf("sandbox", organization), { code: "API_CALLS" });
  await page.goto("/sandbox/plans/meters/new");
  await page.getByLabel("Name", { exact: true }).fill("Calls");
  await page.getByLabel("Property", { exact: true }).fill("units");
  await page.getByLabel("Code").fill("API_CALLS");
  await page.getByRole("button", { name: "Create sandbox meter" }).click();
  await expect(page.getByLabel("Code")).toBeFocused();
  await expect(page.getByLabel("Code")).toHaveAccessibleDescription(/already used by another active meter/);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Calls");
});

test("a meter is archived after a question, leaves the list of active ones, and is found among the archived", async ({
  page,
  organization,
}) => {
  const { id } = await addMeter(tenantOf("production", organization), { code: "API_CALLS" });
  await page.goto(`/production/plans/meters/${id}`);
  await page.getByRole("button", { name: "Archive…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Archive API calls?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Archive…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Archive production meter" }).click();
  await expect(page.getByText("This meter is archived.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Archive…" })).toBeHidden();

  await page.goto(metersUrl("production"));
  await expect(page.getByText("No active meters in production.")).toBeVisible();
  await page.getByLabel("Status").selectOption("Archived");
  await expect(page).toHaveURL(/status=inactive/);
  await expect(table(page).getByRole("link", { name: "API calls" })).toBeVisible();
});

test("g p leads to the plans, and leaving a meter for the other environment leads to its list with a note", async ({
  page,
  organization,
}) => {
  const { id } = await addMeter(tenantOf("sandbox", organization));
  await page.goto("/sandbox/customers");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page.getByRole("heading", { name: "Plans", level: 1 })).toBeFocused();
  await page.goto(`/sandbox/plans/meters/${id}`);
  await expect(page.getByRole("heading", { name: "API calls", level: 1 })).toBeVisible();
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page.getByText("This meter exists in sandbox only.")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Meters" })).toHaveAttribute("aria-selected", "true");
});

test("a meter of nowhere is said to be missing, with a way back", async ({ page }) => {
  await page.goto("/sandbox/plans/meters/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("This meter does not exist in sandbox.")).toBeVisible();
  await page.getByRole("link", { name: "Back to meters" }).click();
  await expect(page.getByRole("tab", { name: "Meters" })).toHaveAttribute("aria-selected", "true");
});

test("the address of a meter without its id leads to the list of meters", async ({ page }) => {
  await page.goto("/sandbox/plans/meters");
  await expect(page).toHaveURL(/\/sandbox\/plans\?tab=meters$/);
});

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("meters can be read; what cannot be done says why", async ({ page, organization }) => {
    const reason = "Your role can look but not change meters. Ask an admin.";
    await addMeter(tenantOf("sandbox", organization));
    await page.goto(metersUrl("sandbox"));
    const create = page.getByRole("button", { name: "Create meter" });
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await expect(create).toHaveAccessibleDescription(reason);
    await table(page).getByRole("link", { name: "API calls" }).click();
    await expect(page.getByRole("button", { name: "Archive…" })).toHaveAccessibleDescription(reason);
    await page.goto("/sandbox/plans/meters/new");
    await expect(page.getByRole("button", { name: "Create sandbox meter" })).toHaveAccessibleDescription(reason);
  });
});

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    const long = {
      displayName: "x".repeat(128),
      code: "X".repeat(64),
      description: "Long words. ".repeat(80),
      eventTypeFilter: { include: Array.from({ length: 8 }, (_, at) => `${"event_".repeat(20)}${at}`) },
      propertyFilters: [{ name: "y".repeat(64), include: ["z".repeat(500), "z"] }],
      groupKeys: ["g".repeat(64)],
    };

    test("is the list of meters", async ({ page, organization }) => {
      await addMeter(tenantOf(environment, organization), long);
      await page.goto(metersUrl(environment));
      await expect(table(page).getByRole("link")).toHaveCount(1);
      await expectSoundScreen(page);
    });

    test("is the page of a meter", async ({ page, organization }) => {
      const { id } = await addMeter(tenantOf(environment, organization), long);
      await page.goto(`/${environment}/plans/meters/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(long.displayName);
      // Its long line scrolls in its own place, which can be focused once it is measured.
      await expect(region(page, "curl command")).toHaveAttribute("tabindex", "0");
      await expectSoundScreen(page);
    });

    test("is the form that creates one, with its faults", async ({ page }) => {
      await page.goto(`/${environment}/plans/meters/new`);
      await page.getByRole("button", { name: "Add filter" }).click();
      await page.getByRole("button", { name: `Create ${environment} meter` }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}
