/** A refusal as ClickHouse words it: its number and name are what clients tell apart. */
export class ClickHouseRefusal extends Error {
  constructor(
    readonly code: number,
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

const NESTED_START = /^(?:Code: \d+\. DB::Exception: )+/;
const TYPE_AT_END = /(?: \(([A-Z0-9_]+)\)(?: \(version [^)]*\))?)+$/;
/** Names of our own files, which mean nothing to a client. */
const OWN_FILE = /:? ?\(in file\/uri [^)]*\)/g;

/** What the engine threw, taken apart; it repeats number and name for each layer that an error passed. */
export function refusalOf(error: unknown): ClickHouseRefusal {
  if (error instanceof ClickHouseRefusal) return error;
  const whole = error instanceof Error ? error.message : String(error);
  const code = /^Code: (\d+)\./.exec(whole)?.[1];
  if (code === undefined) return new ClickHouseRefusal(1001, "STD_EXCEPTION", whole);
  const type = TYPE_AT_END.exec(whole)?.[1] ?? "UNKNOWN_EXCEPTION";
  const message = whole.replace(NESTED_START, "").replace(TYPE_AT_END, "").replace(OWN_FILE, "");
  return new ClickHouseRefusal(Number(code), type, message.replace(/\.$/, ""));
}

const BAD_REQUEST = [
  6, 25, 26, 27, 36, 38, 41, 43, 53, 62, 69, 72, 117, 130, 131, 158, 167, 168, 223, 321, 376, 395, 427, 441, 456, 457,
];
const NOT_FOUND = [46, 47, 50, 56, 60, 63, 73, 78, 81, 96, 115, 511];
const STATUS: Readonly<Record<number, number>> = {
  ...Object.fromEntries(BAD_REQUEST.map((code) => [code, 400])),
  ...Object.fromEntries(NOT_FOUND.map((code) => [code, 404])),
  48: 501,
  159: 408,
  194: 401,
  202: 503,
  307: 413,
  516: 403,
};

/** The status that goes with the number of an error. */
export const statusOf = (refusal: ClickHouseRefusal): number => STATUS[refusal.code] ?? 500;
