import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFraming, NdjsonLines } from "@/lib/events/ndjson-lines";

const pieces = fc.constantFrom("{}", '{"a":1}', " ", "\t", "\r", "\n", "\r\n", "\n\n", "{", "}", "x", "[]", "é");
const bodies = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""));

/** The rules once more, by splitting. */
function plainlyFramed(body: string): { count: number; faultyLines: number[] } {
  const lines = body.split("\n").map((text, at) => ({ line: at + 1, text: text.replace(/^[ \t\r]+|[ \t\r]+$/g, "") }));
  const filled = lines.filter(({ text }) => text !== "");
  const faulty = filled.filter(({ text }) => text.length < 2 || !text.startsWith("{") || !text.endsWith("}"));
  return { count: filled.length, faultyLines: faulty.map(({ line }) => line) };
}

test("lines are counted and judged as splitting the text at line feeds would", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { count, faults } = checkFraming(Buffer.from(body));
      const { count: expected, faultyLines } = plainlyFramed(body);
      expect(count).toBe(expected);
      const messages = faultyLines.map((line) => `Line ${line} must start with { and end with }`);
      expect(faults.map(({ message }) => message)).toEqual(
        expected === 0 ? ["Request body must have at least one line"] : messages,
      );
    }),
    { numRuns: 10_000 },
  );
});

test("each line that is not blank is found whole, with its number", () => {
  const lines = new NdjsonLines(Buffer.from('\n{"a":1}\r\n \n  {"b":2} \n\n{"c":3}'));
  const found: [number, string][] = [];
  const body = '\n{"a":1}\r\n \n  {"b":2} \n\n{"c":3}';
  while (lines.next()) found.push([lines.line, body.slice(lines.start, lines.end)]);
  expect(found).toEqual([
    [2, '{"a":1}'],
    [4, '  {"b":2} '],
    [6, '{"c":3}'],
  ]);
});

test.each([
  [65_536, 0],
  [65_537, 1],
])("a line of %i bytes has %i faults", (bytes, count) => {
  for (const end of ["", "\n", "\r\n"])
    expect(checkFraming(Buffer.from(`{${" ".repeat(bytes - 2)}}${end}`)).faults).toHaveLength(count);
});

test("of many faulty lines a hundred are named", () => {
  expect(checkFraming(Buffer.from("x\n".repeat(1_000))).faults).toHaveLength(100);
});

test("a body of blank lines alone is gone through once", () => {
  const { count, faults } = checkFraming(Buffer.alloc(64 * 1_048_576, "\n"));
  expect({ count, faults: faults.length }).toEqual({ count: 0, faults: 1 });
});
