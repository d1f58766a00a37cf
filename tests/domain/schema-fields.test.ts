import fc from "fast-check";
import { expect, test } from "vitest";
import { publicText, text, timestamp, uuid } from "@/lib/api/schemas/fields";
import { formatSecret, hintOf } from "@/lib/domain/api-key-secret";

const instantOf = (written: string): string | null => {
  const parsed = timestamp.safeParse(written);
  return parsed.success ? parsed.data.toISOString() : null;
};
const faultOf = (schema: ReturnType<typeof text>, value: unknown): string | null => {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "");
};

const two = (value: number) => String(value).padStart(2, "0");
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (days[month - 1] ?? 0));

test("every instant reads back from the form in which answers write it", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0000-01-01T00:00:00Z"),
        max: new Date("9999-12-31T23:59:59.999Z"),
        noInvalidDate: true,
      }),
      (at) => {
        expect(instantOf(at.toISOString())).toBe(at.toISOString());
      },
    ),
  );
});

test("an offset never leads out of the years that can be written", () => {
  expect(instantOf("0000-01-01T00:00:00+00:01")).toBeNull();
  expect(instantOf("0000-01-01T00:01:00+00:01")).toBe("0000-01-01T00:00:00.000Z");
  expect(instantOf("9999-12-31T23:59:59-00:01")).toBeNull();
  expect(instantOf("9999-12-31T23:58:59-00:01")).toBe("9999-12-31T23:59:59.000Z");
});

test("a day counts only when the calendar has it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
        expect(instantOf(`${date}T00:00:00Z`)).toBe(isReal ? `${date}T00:00:00.000Z` : null);
      },
    ),
    {
      numRuns: 2_000,
      examples: [
        [2028, 2, 29],
        [2027, 2, 29],
        [2000, 2, 29],
        [2100, 2, 29],
        [2026, 4, 31],
        [99, 12, 31],
      ],
    },
  );
});

test("an offset is taken away, east and west, across midnight and new year", () => {
  const minutes = fc.integer({ min: -1439, max: 1439 });
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1000-01-01"), max: new Date("9000-01-01"), noInvalidDate: true }),
      minutes,
      (at, offset) => {
        const local = new Date(at.getTime() + offset * 60_000).toISOString().replace("Z", "");
        const ahead = Math.abs(offset);
        const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
        expect(instantOf(local + zone)).toBe(at.toISOString());
      },
    ),
  );
  expect(instantOf("2026-12-31T23:30:00-01:00")).toBe("2027-01-01T00:30:00.000Z");
});

test("zero to nine fraction digits are cut to the millisecond, never rounded", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{1,9}$/), (fraction) => {
      const cut = fraction.slice(0, 3).padEnd(3, "0");
      expect(instantOf(`2026-02-27T10:00:00.${fraction}Z`)).toBe(`2026-02-27T10:00:00.${cut}Z`);
    }),
    { examples: [["999999999"], ["0009"], ["5"]] },
  );
  expect(instantOf("2026-02-27T10:00:00Z")).toBe("2026-02-27T10:00:00.000Z");
});

test("T and Z may be written small", () => {
  expect(instantOf("2026-02-27t10:00:00z")).toBe("2026-02-27T10:00:00.000Z");
});

for (const written of [
  "2026-02-27T10:00:00",
  "2026-02-27T10:00:00.Z",
  "2026-02-27T10:00:00.0000000000Z",
  "2026-02-27T10:00:60Z",
  "2026-02-27T10:60:00Z",
  "2026-02-27T24:00:00Z",
  "2026-02-27T10:00:00+24:00",
  "2026-02-27T10:00:00+01:60",
  "2026-02-27T10:00:00+0100",
  "2026-02-27T10:00Z",
  "2026-02-27 10:00:00Z",
  "2026-02-27",
  "2026-2-27T10:00:00Z",
  "+002026-02-27T10:00:00Z",
  " 2026-02-27T10:00:00Z",
  "2026-02-27T10:00:00Z\n",
  "now",
  "",
]) {
  test(`${JSON.stringify(written)} is no timestamp`, () => {
    expect(instantOf(written)).toBeNull();
  });
}

test("a number is no timestamp", () => {
  expect(timestamp.safeParse(1_795_000_000_000).success).toBe(false);
});

for (const character of ["x", "é", "👍", "\u{10ffff}"]) {
  test(`64 of ${JSON.stringify(character)} fit into 64 characters and 65 do not`, () => {
    const name = text({ min: 1, max: 64 });
    expect(faultOf(name, character.repeat(63))).toBeNull();
    expect(faultOf(name, character.repeat(64))).toBeNull();
    expect(faultOf(name, character.repeat(65))).toBe("must have 1 to 64 characters");
  });
}

test("a text that is required is more than white space; an optional one may be empty", () => {
  const required = text({ min: 1, max: 5 });
  expect(faultOf(required, "")).toBe("must have 1 to 5 characters");
  expect(faultOf(required, " \t")).toBe("must not be blank");
  expect(faultOf(required, " x ")).toBeNull();
  expect(faultOf(text({ max: 5 }), "")).toBeNull();
  expect(faultOf(text({ max: 5 }), "123456")).toBe("must have at most 5 characters");
});

test("a text with U+0000 or a lone surrogate is refused", () => {
  expect(faultOf(text({ max: 9 }), "a\u0000b")).toBe("must not contain U+0000");
  expect(faultOf(text({ max: 9 }), "a\ud800b")).toBe("must not contain lone surrogates");
});

test("a text that everybody reads holds no secret, but may hold a hint", () => {
  const secret = formatSecret("production", new Uint8Array(20));
  const note = publicText({ max: 500 });
  expect(note.safeParse(`the key is ${secret}`).success).toBe(false);
  expect(note.safeParse(`the key is ${hintOf(secret)}`).success).toBe(true);
});

test("an id is a UUID in lower case with hyphens", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(uuid.safeParse(id).success).toBe(true);
      expect(uuid.safeParse(id.replaceAll("-", "")).success).toBe(false);
      expect(uuid.safeParse(`${id} `).success).toBe(false);
      if (id !== id.toUpperCase()) expect(uuid.safeParse(id.toUpperCase()).success).toBe(false);
    }),
  );
});
