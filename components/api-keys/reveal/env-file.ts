import type { Environment } from "@/lib/domain/environment";

type Addresses = { apiUrl: string; eventsUrl: string };

/** Hands over a file with the secret. Its blob is released at once: it would keep the secret for as long as the page lives. */
export function downloadEnvFile(environment: Environment, secret: string, { apiUrl, eventsUrl }: Addresses): void {
  const text = `MINTKEY_API_KEY=${secret}\nMINTKEY_API_URL=${apiUrl}\nMINTKEY_EVENTS_URL=${eventsUrl}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `mintkey-${environment}.env`;
  link.click();
  URL.revokeObjectURL(url);
}
