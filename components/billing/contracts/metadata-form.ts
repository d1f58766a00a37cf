// What forms accept as metadata, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree, rowsOf } from "@/components/ui/form-tree";
import { requiredText, typedText } from "@/components/ui/typed-values";
import { METADATA_KEY_LENGTH_MAX, METADATA_TEXT_MAX } from "@/lib/domain/contract";

export const VALUE_KINDS = ["text", "number", "boolean"] as const;
type Value = string | number | boolean;

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const entry = z
  .object({
    key: requiredText(METADATA_KEY_LENGTH_MAX, "Enter a name."),
    kind: z.enum(VALUE_KINDS),
    value: typedText(METADATA_TEXT_MAX),
  })
  .transform(({ key, kind, value }, context): [string, Value] => {
    const refuse = (message: string): [string, Value] => {
      context.issues.push({ code: "custom", path: ["value"], message, input: value });
      return z.NEVER;
    };
    if (kind === "text") return [key, value];
    if (kind === "boolean")
      return /^(true|false)$/i.test(value) ? [key, /true/i.test(value)] : refuse("Write true or false.");
    return NUMBER.test(value) && Number.isFinite(Number(value)) ? [key, Number(value)] : refuse("Write a number.");
  });

/** Rows of the form as the object they stand for; a name that stands there twice is a fault. */
export const metadataRows = rowsOf(entry).transform((entries, context) => {
  const names = entries.map(([key]) => key);
  const twice = names.find((key, at) => names.indexOf(key) !== at);
  if (twice !== undefined)
    context.issues.push({ code: "custom", message: `${twice} stands there twice.`, input: entries });
  return Object.fromEntries(entries);
});

export const metadataForm = formTree.pipe(z.object({ metadata: metadataRows }));

export function kindOf(value: Value): (typeof VALUE_KINDS)[number] {
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}
