import { countingEvent } from "@/lib/domain/counting-event";
import type { Environment } from "@/lib/domain/environment";
import type { FilterValue } from "@/lib/domain/meter";
import type { MeterRule } from "@/lib/domain/meter-sentence";

const HEADERS = [`  -H "Authorization: Bearer $MINTKEY_API_KEY" \\`, `  -H "Content-Type: application/json" \\`];

/** What an empty list offers: the call that fills it. */
export function createMeterCurl(apiUrl: string, environment: Environment): string {
  return [
    `# With a ${environment} key that has meters:write`,
    `curl ${apiUrl}/v1/meters \\`,
    ...HEADERS,
    `  -d '{"displayName":"API calls","aggregationKey":"units","eventTypeFilter":{"include":["api_call"]}}'`,
  ].join("\n");
}

/** An event that this meter counts, ready to be sent; null when its rules leave none. */
export function sendEventCurl(eventsUrl: string, environment: Environment, rule: MeterRule): string | null {
  const event = countingEvent(rule);
  if (!event) return null;
  const body = {
    eventName: event.eventName,
    externalCustomerId: "cust_42",
    ...(event.properties.length > 0 && { properties: event.properties }),
  };
  return [
    `# With a ${environment} key that has usage:write`,
    `curl ${eventsUrl}/v1/events \\`,
    ...HEADERS,
    `  -d ${quoted(jsonOf(body))}`,
  ].join("\n");
}

type Body = { properties?: readonly (readonly [string, FilterValue])[] } & Readonly<Record<string, unknown>>;

/** Written pair by pair: an object would move names that look like numbers to the front, and lose `__proto__`. */
function jsonOf({ properties, ...fields }: Body): string {
  const pairs = Object.entries(fields).map(pairOf);
  if (properties) pairs.push(`"properties": {${properties.map(pairOf).join(", ")}}`);
  return `{\n${pairs.map((pair) => `    ${pair}`).join(",\n")}\n  }`;
}

const pairOf = ([name, value]: readonly [string, unknown]): string =>
  `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** For a shell: whatever a name or value holds stays inside one argument. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
