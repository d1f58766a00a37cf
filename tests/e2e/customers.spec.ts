import type { Page } from "playwright/test";
import { addCustomer, tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const table = (page: Page) => page.getByRole("table", { name: "Customers" });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an empty list offers to create a customer, by form and by a curl command of this environment", async ({
  page,
}) => {
  await page.goto("/production/customers");
  await expect(page.getByText("No customers in production yet.")).toBeVisible();
  const command = page.getByRole("region", { name: "curl command" });
  await expect(command).toContainText(`${process.env.MINTKEY_TEST_PRODUCTION_API_URL}/v1/customers`);
  await page.getByRole("link", { name: "Create customer" }).click();
  await expect(page.getByRole("heading", { name: "Create production customer", level: 1 })).toBeFocused();
});

test("a customer is created with everything it can have, once, however often the button is clicked", async ({
  page,
}) => {
  await page.goto("/sandbox/customers/new");
  const details = region(page, "Details");
  await details.getByLabel("Name", { exact: true }).fill("Globex");
  await details.getByLabel("Legal name").fill("Globex Corporation");
  await details.getByLabel("External id").fill("cust_42");
  await details.getByLabel("Tags").fill("beta\n\nenterprise\nbeta");
  await page.getByRole("button", { name: "Add contact" }).click();
  const contact = page.getByRole("group", { name: "Contact 1" });
  await expect(contact.getByLabel("Name")).toBeFocused();
  await contact.getByLabel("Name").fill("Ann");
  await contact.getByLabel("Email").fill("ann@globex.test");
  await contact.getByRole("checkbox", { name: "Billing" }).check();
  await contact.getByLabel("Gets mail as").selectOption("Cc");
  const address = region(page, "Billing address");
  await address.getByLabel("Address", { exact: true }).fill("Main Street 1");
  await address.getByLabel("City").fill("Berlin");
  await address.getByLabel("Country").selectOption("Germany");
  await page.getByRole("button", { name: "Create sandbox customer" }).dblclick();

  await expect(page.getByRole("heading", { name: "Globex", level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Globex · Customers · Sandbox · Mintkey");
  await expect(region(page, "Details")).toContainText(/Globex Corporation.*cust_42.*beta.*enterprise/);
  await expect(region(page, "Contacts")).toContainText("ann@globex.test");
  await expect(region(page, "Contacts")).toContainText("Billing, mail as Cc");
  await expect(region(page, "Billing address")).toContainText(/Main Street 1.*Berlin.*Germany/);
  await expect(region(page, "curl command")).toContainText(page.url().split("/").at(-1) ?? "");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Customers" }).click();
  await expect(page.getByText("1 customer", { exact: true })).toBeVisible();
});

test("faults stand beside their fields, the first one has the focus, and nothing is sent", async ({ page }) => {
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await page.goto("/sandbox/customers/new");
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByLabel("City").fill("Berlin");
  await page.getByRole("button", { name: "Create sandbox customer" }).click();
  const name = region(page, "Details").getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Enter a name.");
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription("Enter an email address.");
  await expect(page.getByRole("group", { name: "Roles" })).toHaveAccessibleDescription("Choose at least one role.");
  await expect(page.getByLabel("Address", { exact: true })).toHaveAccessibleDescription(
    "Enter the first line of the address.",
  );
  await page.getByRole("checkbox", { name: "Technical" }).check();
  await expect(page.getByText("Choose at least one role.")).toBeHidden();
  expect(sent).toBe(0);
});

test("an external id that another customer has is refused beside its field, and the form keeps its values", async ({
  page,
  organization,
}) => {
  await addCustomer(tenantOf("sandbox", organization), "Globex", "cust_42");
  await page.goto("/sandbox/customers/new");
  const details = region(page, "Details");
  await details.getByLabel("Name", { exact: true }).fill("Initech");
  await details.getByLabel("External id").fill("cust_42");
  await page.getByRole("button", { name: "Create sandbox customer" }).click();
  await expect(details.getByLabel("External id")).toBeFocused();
  await expect(details.getByLabel("External id")).toHaveAccessibleDescription(/already used by another customer/);
  await expect(details.getByLabel("Name", { exact: true })).toHaveValue("Initech");
});

test("a part is edited in its place: only what changed is sent, and the focus returns to Edit", async ({
  page,
  organization,
}) => {
  const { id } = await addCustomer(tenantOf("production", organization), "Globex", "cust_42");
  await page.goto(`/production/customers/${id}`);
  await page.getByRole("button", { name: "Edit details" }).click();
  const details = region(page, "Details");
  await expect(details.getByLabel("Name", { exact: true })).toBeFocused();
  await details.getByLabel("Legal name").fill("Globex Corporation");
  const request = page.waitForRequest((each) => each.method() === "PATCH");
  await details.getByRole("button", { name: "Save in production" }).click();
  expect((await request).postDataJSON()).toEqual({ legalName: "Globex Corporation" });
  await expect(details).toContainText("Globex Corporation");
  await expect(page.getByRole("button", { name: "Edit details" })).toBeFocused();

  await page.getByRole("button", { name: "Edit details" }).click();
  await details.getByLabel("Name", { exact: true }).fill("Something else");
  await details.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Globex", level: 1 })).toBeVisible();
});

test("leaving for the other environment asks first while an edit is unsaved", async ({ page, organization }) => {
  const { id } = await addCustomer(tenantOf("sandbox", organization), "Globex");
  await page.goto(`/sandbox/customers/${id}`);
  await page.getByRole("button", { name: "Edit details" }).click();
  await region(page, "Details").getByLabel("Name", { exact: true }).fill("Globex 2");
  const production = page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" });
  await production.click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(region(page, "Details").getByLabel("Name", { exact: true })).toHaveValue("Globex 2");
  await region(page, "Details").getByRole("button", { name: "Cancel" }).click();
  await production.click();
  await expect(page.getByText("This customer exists in sandbox only.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
});

test("a customer of nowhere is said to be missing, with a way back", async ({ page }) => {
  await page.goto("/sandbox/customers/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("This customer does not exist in sandbox.")).toBeVisible();
  await page.getByRole("link", { name: "Back to customers" }).click();
  await expect(page).toHaveURL(/\/sandbox\/customers$/);
});

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("customers can be read; what cannot be done says why, and the server refuses it too", async ({
    page,
    organization,
  }) => {
    const reason = "Your role can look but not change customers. Ask an admin.";
    const { id } = await addCustomer(tenantOf("sandbox", organization), "Globex");
    await page.goto("/sandbox/customers");
    const create = page.getByRole("button", { name: "Create customer" });
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await expect(create).toHaveAccessibleDescription(reason);
    await table(page).getByRole("link", { name: "Globex" }).click();
    const edit = page.getByRole("button", { name: "Edit contacts" });
    await expect(edit).toHaveAttribute("aria-disabled", "true");
    await expect(edit).toHaveAccessibleDescription(reason);
    const headers = { Origin: new URL(page.url()).origin };
    const byHand = await page.request.patch(`/api/sandbox/v1/customers/${id}`, { data: { name: "X" }, headers });
    expect(byHand.status()).toBe(403);
  });
});

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    const long = "Globex ".repeat(30).trim();

    test("is the list of customers", async ({ page, organization }) => {
      await addCustomer(tenantOf(environment, organization), long, "x".repeat(200));
      await page.goto(`/${environment}/customers`);
      await expect(table(page).getByRole("link")).toHaveCount(1);
      await expectSoundScreen(page);
    });

    test("is the page of a customer", async ({ page, organization }) => {
      const { id } = await addCustomer(tenantOf(environment, organization), long, "x".repeat(200));
      await page.goto(`/${environment}/customers/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(long);
      await expectSoundScreen(page);
    });

    test("is the page of a customer while it is edited", async ({ page, organization }) => {
      const { id } = await addCustomer(tenantOf(environment, organization), long, "x".repeat(200));
      await page.goto(`/${environment}/customers/${id}`);
      for (const part of ["details", "contacts", "billing address"]) {
        await page.getByRole("button", { name: `Edit ${part}` }).click();
      }
      await page.getByRole("button", { name: "Add contact" }).click();
      await expectSoundScreen(page);
    });

    test("is the form that creates one, with its faults", async ({ page }) => {
      await page.goto(`/${environment}/customers/new`);
      await page.getByRole("button", { name: `Create ${environment} customer` }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}
