import type { z } from "zod";

type Checked<Values> = { values: { data: Values } | null; faults: Record<string, string> };

/** The named fields of a form: text as strings, a checkbox as boolean, a group of checkboxes with values of their own as a list, a radio group as the chosen value or undefined. */
export function readForm(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const element of form.elements) {
    const name = fieldNameOf(element);
    if (!name) continue;
    if (element instanceof HTMLInputElement && element.type === "radio") {
      values[name] = element.checked ? element.value : values[name];
    } else if (element instanceof HTMLInputElement && element.type === "checkbox") {
      values[name] = element.value === "on" ? element.checked : withChecked(values[name], element);
    } else {
      values[name] = textOf(element);
    }
  }
  return values;
}

function withChecked(chosen: unknown, box: HTMLInputElement): unknown[] {
  const others: unknown[] = Array.isArray(chosen) ? chosen : [];
  return box.checked ? [...others, box.value] : others;
}

/** All faults at once, the first of each field, in the order of the schema. */
export function checkForm<Values>(schema: z.ZodType<Values>, input: unknown): Checked<Values> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { values: { data: parsed.data }, faults: {} };
  const faults: Record<string, string> = {};
  for (const issue of parsed.error.issues) faults[issue.path.join(".")] ??= issue.message;
  return { values: null, faults };
}

export function fieldNameOf(element: unknown): string | null {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return isField && element.name !== "" ? element.name : null;
}

/**
 * The field that a path of the API stands for: `contacts[1].email` is the email of the second contact on the page, whatever
 * number its row has in the form, and `tags[3]` is a line of the field `tags`.
 */
export function fieldNameAt(form: HTMLFormElement, path: string): string | null {
  return fieldNamed(form, path) ?? fieldNamed(form, path.replace(/\[\d+\]$/, ""));
}

function fieldNamed(form: HTMLFormElement, path: string): string | null {
  let name = "";
  for (const [at, part] of path.split(/\[(\d+)\]/).entries()) {
    if (at % 2 === 0) {
      name += part;
      continue;
    }
    const row = rowNumbers(form, name)[Number(part)];
    if (row === undefined) return null;
    name += `.${row}`;
  }
  return form.elements.namedItem(name) === null ? null : name;
}

function rowNumbers(form: HTMLFormElement, list: string): string[] {
  const names = [...form.elements].flatMap((element) => fieldNameOf(element) ?? []);
  const own = names.filter((name) => name.startsWith(`${list}.`));
  return [...new Set(own.map((name) => name.slice(list.length + 1).split(".")[0] ?? ""))];
}

/** Moves the focus to the field that stands first on the page among those named. */
export function focusField(form: HTMLFormElement, names: readonly string[]): void {
  for (const element of form.elements) {
    const name = fieldNameOf(element);
    if (!name || !names.includes(name) || !(element instanceof HTMLElement)) continue;
    element.focus();
    return;
  }
}

function textOf(element: Element): string {
  const hasValue =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return hasValue ? element.value : "";
}
