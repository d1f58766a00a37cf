import { expect, test } from "vitest";
import { SOURCES } from "./sources";

const paths = new Set(SOURCES.map(({ path }) => path));
// A file of types and limits decides nothing.
const decides = new Set(SOURCES.filter(({ code }) => /\bfunction\b|=>|\bclass\b/.test(code)).map(({ path }) => path));
const below = (folder: string) => [...paths].filter((path) => path.startsWith(folder));

for (const [folder, mirror, proves] of [
  ["lib/domain/", "tests/domain/", "arithmetic and boundaries"],
  ["lib/api/endpoints/", "tests/api/", "what it answers and refuses"],
] as const) {
  test(`every file of ${folder} has a test at the mirrored path: ${proves}`, () => {
    const without = below(folder).filter((path) => {
      if (!decides.has(path)) return false;
      const test_ = path.replace(folder, mirror).replace(/\.ts$/, ".test.ts");
      return !paths.has(test_) && !paths.has(test_.replace(mirror, `${mirror}endpoints/`));
    });
    expect(without).toEqual([]);
  });
}

test("every test belongs to a project that runs it", () => {
  const folders = [
    "domain",
    "shape",
    "api",
    "auth",
    "store",
    "events",
    "operations",
    "server",
    "client",
    "components",
    "scripts",
    "e2e",
  ];
  const elsewhere = below("tests/").filter(
    (path) => path.endsWith(".test.ts") && !folders.includes(path.split("/")[1] ?? ""),
  );
  expect(elsewhere).toEqual([]);
});
