const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a choice for the server's first paint. Nothing that identifies or admits anyone goes here. */
export function rememberInCookie(name: string, value: string): void {
  const text = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${value === "" ? 0 : YEAR_SECONDS}; SameSite=Lax`;
  // The Cookie Store API does not exist on plain HTTP, where self-hosted dashboards may live.
  Reflect.set(document, "cookie", text);
}
