// Every URL of the application. A page that is not here cannot be linked to.
import { type Environment, isEnvironment, otherEnvironment } from "@/lib/domain/environment";

type SearchValue = string | number | boolean | null | undefined;
export type Search = Readonly<Record<string, SearchValue>>;

export const homePath = () => "/";
export const signInPath = (search: { next?: string; signed_out?: "1" } = {}) => withSearch("/sign-in", search);
export const setupPath = () => "/setup";

export const apiKeysPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/settings/api-keys`, search);
export const newApiKeyPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/settings/api-keys/new`, search);
export const apiKeyPath = (environment: Environment, keyId: string, search: Search = {}) =>
  withSearch(`/${environment}/settings/api-keys/${encodeURIComponent(keyId)}`, search);
export const securityPath = (environment: Environment) => `/${environment}/settings/security`;
export const customersPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/customers`, search);
export const newCustomerPath = (environment: Environment) => `/${environment}/customers/new`;
export const customerPath = (environment: Environment, customerId: string, search: Search = {}) =>
  withSearch(`/${environment}/customers/${encodeURIComponent(customerId)}`, search);
export const plansPath = (environment: Environment, search: Search = {}) => withSearch(`/${environment}/plans`, search);
export const newPlanPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/plans/new`, search);
export const planPath = (environment: Environment, planId: string, search: Search = {}) =>
  withSearch(`/${environment}/plans/${encodeURIComponent(planId)}`, search);
/** Prices and meters are listed on tabs of the plans' page. */
export const pricesPath = (environment: Environment, search: Search = {}) =>
  plansPath(environment, { tab: "prices", ...search });
export const newPricePath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/plans/prices/new`, search);
export const pricePath = (environment: Environment, pricingId: string, search: Search = {}) =>
  withSearch(`/${environment}/plans/prices/${encodeURIComponent(pricingId)}`, search);
export const metersPath = (environment: Environment, search: Search = {}) =>
  plansPath(environment, { tab: "meters", ...search });
export const newMeterPath = (environment: Environment) => `/${environment}/plans/meters/new`;
export const meterPath = (environment: Environment, meterId: string, search: Search = {}) =>
  withSearch(`/${environment}/plans/meters/${encodeURIComponent(meterId)}`, search);
export const contractsPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/contracts`, search);
export const newContractPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/contracts/new`, search);
export const contractPath = (environment: Environment, contractId: string, search: Search = {}) =>
  withSearch(`/${environment}/contracts/${encodeURIComponent(contractId)}`, search);
export const invoicesPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/invoices`, search);
export const invoicePath = (environment: Environment, invoiceId: string, search: Search = {}) =>
  withSearch(`/${environment}/invoices/${encodeURIComponent(invoiceId)}`, search);
export const auditLogPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/audit-log`, search);
export const requestsPath = (environment: Environment, search: Search = {}) =>
  withSearch(`/${environment}/requests`, search);
/** `at` tells apart requests to which their callers gave the same id. */
export const requestPath = (environment: Environment, requestId: string, search: { at?: string } = {}) =>
  withSearch(`/${environment}/requests/${encodeURIComponent(requestId)}`, search);
export const usagePath = (environment: Environment, search: Search = {}) => withSearch(`/${environment}/usage`, search);
/** Without an environment: the one last used. */
export const referencePath = (environment?: Environment) => withSearch("/reference", { environment });

/** An endpoint of the dashboard: `dashboardApi("sandbox", "/api-keys", { limit: 8 })`. */
export const dashboardApi = (environment: Environment, path: `/${string}`, search: Search = {}) =>
  withSearch(`/api/${environment}/dashboard${path}`, search);
/** The public API, as the dashboard's own origin serves it. */
export const publicApi = (environment: Environment, path: `/v1/${string}`, search: Search = {}) =>
  withSearch(`/api/${environment}${path}`, search);
/** Runs once, before anybody can sign in; the environment in it means nothing. */
export const setupApi = () => dashboardApi("sandbox", "/setup");

/** Leaves out what is empty. Commas and colons stay readable: filters and scopes are meant to be seen in the address bar. */
export function withSearch(path: string, search: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "" && value !== false) params.set(name, String(value));
  }
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
  return text === "" ? path : `${path}?${text}`;
}

type Noun = "request" | "key" | "customer" | "meter" | "price" | "plan" | "contract" | "invoice";

const DETAILS: readonly {
  detail: RegExp;
  list: (environment: Environment, search: Search) => string;
  noun: Noun;
}[] = [
  { detail: /^\/(\w+)\/settings\/api-keys\/(?!new$)[^/]+$/, list: apiKeysPath, noun: "key" },
  { detail: /^\/(\w+)\/customers\/(?!new$)[^/]+$/, list: customersPath, noun: "customer" },
  { detail: /^\/(\w+)\/plans\/meters\/(?!new$)[^/]+$/, list: metersPath, noun: "meter" },
  { detail: /^\/(\w+)\/plans\/prices\/(?!new$)[^/]+$/, list: pricesPath, noun: "price" },
  { detail: /^\/(\w+)\/plans\/(?!(new|prices|meters)$)[^/]+$/, list: plansPath, noun: "plan" },
  { detail: /^\/(\w+)\/contracts\/(?!new$)[^/]+$/, list: contractsPath, noun: "contract" },
  { detail: /^\/(\w+)\/invoices\/[^/]+$/, list: invoicesPath, noun: "invoice" },
  { detail: /^\/(\w+)\/requests\/[^/]+$/, list: requestsPath, noun: "request" },
];

/** Whether the page shows one thing by its id. */
export const isDetailPath = (pathname: string): boolean => DETAILS.some(({ detail }) => detail.test(pathname));

/** What `?elsewhere=` may name, for the note on the list: "This customer exists in sandbox only." */
export const elsewhereNoun = (word: string | null): Noun | null =>
  DETAILS.find(({ noun }) => noun === word)?.noun ?? null;

/** The same page in the other environment, with its filters and without its page cursor. An id means nothing there: a detail page leads to its list. */
export function switchedPath(pathname: string, search: URLSearchParams, target: Environment): string {
  const [, current = ""] = pathname.split("/");
  if (pathname === referencePath()) return withSearch(pathname, { ...Object.fromEntries(search), environment: target });
  if (!isEnvironment(current)) return apiKeysPath(target);
  const kept = Object.fromEntries([...search].filter(([name]) => name !== "after" && name !== "elsewhere"));
  if (current === target) return withSearch(pathname, Object.fromEntries(search));
  const from = DETAILS.find(({ detail }) => detail.test(pathname));
  if (from) return from.list(target, { elsewhere: from.noun });
  return withSearch(pathname.replace(`/${otherEnvironment(target)}`, `/${target}`), kept);
}

/** `next` when it is a path of this origin, else null: an open redirect would lend our name to a forged sign-in page. */
export function safeNextPath(next: string | null | undefined): string | null {
  if (!next?.startsWith("/")) return null;
  const base = "http://same.origin";
  try {
    const url = new URL(next, base);
    // Asked of the result: "/.//evil.example" only becomes another origin once its dots are gone.
    if (url.origin !== base || url.pathname.startsWith("//")) return null;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return null;
  }
}
