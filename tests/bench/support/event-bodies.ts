// Bodies of usage events as clients send them, about 170 bytes an event. Without keys: each event that arrives is another one.
export type EventBody = {
  readonly says: string;
  readonly path: string;
  readonly contentType: string;
  readonly events: number;
  readonly text: string;
};

const PATH = "/v1/events/batch";

function eventText(at: number): string {
  return JSON.stringify({
    eventName: "api_call",
    externalCustomerId: `cust_${at % 500}`,
    timestamp: new Date(Date.now() - at * 100).toISOString(),
    properties: { units: at % 97, region: "eu", plan: "pro", endpoint: "/v1/search" },
  });
}

const texts = (events: number): string[] => Array.from({ length: events }, (_, at) => eventText(at));

export const linesOf = (events: number): EventBody => ({
  says: `NDJSON, ${events} a batch`,
  path: PATH,
  contentType: "application/x-ndjson",
  events,
  text: texts(events).join("\n"),
});

export const listOf = (events: number): EventBody => ({
  says: `JSON, ${events} a batch`,
  path: PATH,
  contentType: "application/json",
  events,
  text: `{"events":[${texts(events).join(",")}]}`,
});

export const single = (): EventBody => ({
  says: "JSON, one event",
  path: "/v1/events",
  contentType: "application/json",
  events: 1,
  text: eventText(0),
});
