import { z } from "zod";

/** The flat names of a form, `contacts.3.email`, as the tree they stand for: `formTree.pipe(schema)`. Faults keep the flat name. */
export const formTree = z.record(z.string(), z.unknown()).transform(treeOf);

/**
 * The rows of a form in the order of the page. Each row has a number of its own, which stays when one before it is removed;
 * numbers only grow, so their order is that of the rows.
 */
export function rowsOf<Row extends z.ZodType>(row: Row) {
  return z
    .record(z.string(), row)
    .default({})
    .transform((rows) => Object.values<z.output<Row>>(rows));
}

/** Each line of a text once, without those that are empty. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

type Tree = { [name: string]: unknown };

function treeOf(flat: Tree): Tree {
  const root: Tree = {};
  for (const [path, value] of Object.entries(flat)) place(root, path.split("."), value);
  return root;
}

function place(branch: Tree, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    branch[name] = value;
    return;
  }
  const found = branch[name];
  const next = isTree(found) ? found : {};
  branch[name] = next;
  place(next, rest, value);
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
