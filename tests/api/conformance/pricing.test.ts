// Which pricing is accepted and which refused, and that a refusal leaves nothing behind.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import { addMeter } from "../../support/catalog";
import * as people from "../../support/people";
import { expectRefused } from "../../support/refused";

let world: World;
let secret: string;
let meterId: string;

beforeAll(async () => {
  world = await openWorld();
  const tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  ({ secret } = await people.mint(world.env, tenant));
  meterId = (await addMeter(tenant)).id;
});
afterAll(() => world.close());

const create = (body: unknown) => world.api.production.call("POST", "/v1/pricing", { secret, body });
const refused = (body: unknown, ...paths: string[]) => expectRefused(world, secret, "pricing", body, ...paths);

const seat = { name: "Seat", productName: "API", billingMode: "RECURRING", priceInterval: "MONTH" };
const flat = { ...seat, model: "FLAT", unitAmount: "10" };
const tier = (minQty: string, maxQty: string | null, unitAmount = "0.1") => ({ minQty, maxQty, unitAmount });
const tiered = (...pricingTiers: unknown[]) => ({ ...seat, model: "TIER", tiering: "GRADUATED", pricingTiers });

const AMOUNTS = {
  unitAmount: "0.1",
  flatAmount: "5",
  packageSize: "1000",
  pricingTiers: [tier("1", "100"), tier("101", null)],
};
const FORMS: readonly (readonly [string, string, readonly (keyof typeof AMOUNTS)[]])[] = [
  ["FLAT", "NONE", ["unitAmount"]],
  ["TIER", "VOLUME", ["pricingTiers"]],
  ["TIER", "GRADUATED", ["pricingTiers"]],
  ["USAGE", "NONE", ["unitAmount"]],
  ["USAGE", "NONE", ["unitAmount", "flatAmount"]],
  ["USAGE", "VOLUME", ["pricingTiers"]],
  ["USAGE", "VOLUME", ["pricingTiers", "flatAmount"]],
  ["USAGE", "GRADUATED", ["pricingTiers"]],
  ["USAGE", "GRADUATED", ["pricingTiers", "flatAmount"]],
  ["USAGE", "PACKAGE", ["unitAmount", "packageSize"]],
  ["USAGE", "PACKAGE", ["unitAmount", "packageSize", "flatAmount"]],
];
const ofModel = (model: string) => ({ ...seat, model, ...(model === "USAGE" ? { meterId } : {}) });
const amountsOf = (names: readonly (keyof typeof AMOUNTS)[]) =>
  Object.fromEntries(names.map((name) => [name, AMOUNTS[name]]));

describe("the forms of pricing", () => {
  test.each(FORMS)("%s with %s takes %j and answers with it", async (model, tiering, names) => {
    const amounts = amountsOf(names);
    const { status, json } = await create({ ...ofModel(model), tiering, ...amounts });
    expect(status).toBe(201);
    const nulls = { unitAmount: null, flatAmount: null, packageSize: null, pricingTiers: null };
    const pricingTiers = names.includes("pricingTiers")
      ? { pricingTiers: AMOUNTS.pricingTiers.map((one) => ({ ...one, flatAmount: "0" })) }
      : {};
    expect(json).toMatchObject({ data: { model, tiering, ...nulls, ...amounts, ...pricingTiers } });
  });

  const names = ["unitAmount", "flatAmount", "packageSize", "pricingTiers"] as const;
  for (const model of ["FLAT", "TIER", "USAGE"]) {
    for (const tiering of ["NONE", "VOLUME", "GRADUATED", "PACKAGE"]) {
      test(`${model} with ${tiering} refuses every other set of amounts`, async () => {
        const accepted = FORMS.filter((form) => form[0] === model && form[1] === tiering).map((form) =>
          [...form[2]].sort().join(),
        );
        for (let bits = 0; bits < 16; bits++) {
          const given = names.filter((_, at) => (bits >> at) & 1);
          if (accepted.includes([...given].sort().join())) continue;
          const { status } = await create({ ...ofModel(model), tiering, ...amountsOf(given) });
          expect({ status, given }).toEqual({ status: 400, given });
        }
      });
    }
  }
});

describe("tiers", () => {
  test.each([
    ["that begin at 2", tiered(tier("2", null)), "pricingTiers[0].minQty"],
    ["with a gap", tiered(tier("1", "100"), tier("102", null)), "pricingTiers[1].minQty"],
    ["that overlap", tiered(tier("1", "100"), tier("100", null)), "pricingTiers[1].minQty"],
    [
      "that end before they begin",
      tiered(tier("1", "100"), tier("101", "99"), tier("100", null)),
      "pricingTiers[1].maxQty",
    ],
    ["with a closed end", tiered(tier("1", "100"), tier("101", "1000")), "pricingTiers[1].maxQty"],
    ["open before the end", tiered(tier("1", null), tier("101", null)), "pricingTiers[0].maxQty"],
    ["with a fraction of a unit", tiered(tier("0.5", null)), "pricingTiers[0].minQty"],
    ["with an edge as a number", tiered({ ...tier("1", null), minQty: 1 }), "pricingTiers[0].minQty"],
    ["with an edge of 13 digits", tiered(tier("1", "1".repeat(13)), tier("2", null)), "pricingTiers[0].maxQty"],
    ["without an amount", tiered({ minQty: "1" }), "pricingTiers[0].unitAmount"],
    ["with an amount below zero", tiered(tier("1", null, "-1")), "pricingTiers[0].unitAmount"],
    ["with a name", tiered({ ...tier("1", null), name: "first" }), "pricingTiers[0].name"],
  ])("%s are refused at the tier", async (_, body, path) => {
    await refused(body, path);
  });

  test("in the wrong order are refused at every tier that is out of place", async () => {
    await refused(
      tiered(tier("101", null), tier("1", "100")),
      "pricingTiers[0].minQty",
      "pricingTiers[0].maxQty",
      "pricingTiers[1].maxQty",
    );
  });

  const many = (amount: number) =>
    Array.from({ length: amount }, (_, at) => tier(String(at + 1), at === amount - 1 ? null : String(at + 1)));

  test("are 1 to 50", async () => {
    expect((await create(tiered(...many(50)))).status).toBe(201);
    await refused(tiered(...many(51)), "pricingTiers");
    await refused(tiered(), "pricingTiers");
  });
});

describe("an amount", () => {
  const WRONG = ["1e3", "-1", "+1", "NaN", "Infinity", "", " 1", "1 ", "01", ".5", "1.", "1,5", "0x10", "٥"];
  const LONG = ["1".repeat(40), "1".repeat(13), `0.${"1".repeat(13)}`];
  test.each([...WRONG, ...LONG, 10, 0.008, true, null])("written as %j is refused", async (unitAmount) => {
    await refused({ ...flat, unitAmount }, "unitAmount");
  });

  test.each([
    ["0", "0"],
    ["0.000000000001", "0.000000000001"],
    ["999999999999.999999999999", "999999999999.999999999999"],
    ["0.10", "0.1"],
    ["100.000", "100"],
  ])("written as %j is answered as %j", async (unitAmount, answered) => {
    expect((await create({ ...flat, unitAmount })).json).toMatchObject({ data: { unitAmount: answered } });
  });
});

describe("pricing", () => {
  test.each([
    ["a blank name", { name: " " }, "name"],
    ["a name of 256 characters", { name: "😀".repeat(256) }, "name"],
    ["a description of 1001 characters", { description: "😀".repeat(1001) }, "description"],
    ["a product's name of 256 characters", { productName: "x".repeat(256) }, "productName"],
    ["no product", { productName: undefined }, "productId"],
    ["a product by name and id", { productId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10" }, "productName"],
    ["a product's id that is none", { productName: undefined, productId: "x" }, "productId"],
    [
      "a description of a product by id",
      { productName: undefined, productId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10", productDescription: "d" },
      "productDescription",
    ],
    ["no interval", { priceInterval: undefined }, "priceInterval"],
    ["an interval of days", { priceInterval: "DAY" }, "priceInterval"],
    ["13 months", { priceIntervalCount: 13 }, "priceIntervalCount"],
    ["0 months", { priceIntervalCount: 0 }, "priceIntervalCount"],
    ["one and a half months", { priceIntervalCount: 1.5 }, "priceIntervalCount"],
    ["an interval once", { billingMode: "ONE_TIME" }, "priceInterval"],
    ["a meter without usage", { meterId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10" }, "meterId"],
    ["usage without a meter", { model: "USAGE" }, "meterId"],
    ["a currency", { currency: "USD" }, "currency"],
  ])("with %s is refused", async (_, fields, path) => {
    await refused({ ...flat, ...fields }, path);
  });

  test("of usage billed once, or by packages of nothing, is refused", async () => {
    const usage = { ...flat, model: "USAGE", meterId };
    await refused({ ...usage, billingMode: "ONE_TIME", priceInterval: undefined }, "billingMode");
    await refused({ ...usage, tiering: "PACKAGE", packageSize: "0" }, "packageSize");
    await refused({ ...usage, tiering: "PACKAGE", packageSize: "-1" }, "packageSize");
  });

  test("with many faults names them all", async () => {
    await refused(
      { model: "FLAT", billingMode: "ONE_TIME", priceInterval: "MONTH", flatAmount: 1, colour: "blue" },
      ...["name", "flatAmount", "colour", "productId", "unitAmount", "flatAmount", "priceInterval"],
    );
  });
});
