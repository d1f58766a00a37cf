// What the forms about customers accept, in the words of a form. The server checks everything again.
import { z } from "zod";
import { containsSecret } from "@/lib/domain/api-key-secret";
import {
  CONTACT_ROLES,
  CUSTOMER_NAME_MAX,
  EMAIL_RECIPIENT_TYPES,
  EXTERNAL_CUSTOMER_ID_MAX,
  TAG_LENGTH_MAX,
  TAGS_MAX,
} from "@/lib/domain/customer";
import { lengthInCodePoints } from "@/lib/domain/text";

const EMAIL_MAX = 254;

const text = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => lengthInCodePoints(value) <= max, `Use at most ${max} characters.`)
    .refine((value) => !containsSecret(value), {
      message: "This contains a secret key. Everyone in the organization can read this field.",
    });

const optional = (max: number) => text(max).transform((value) => (value === "" ? null : value));

const tags = z
  .string()
  .transform((lines) => [...new Set(lines.split("\n").map((line) => line.trim()))].filter((line) => line !== ""))
  .refine((list) => list.length <= TAGS_MAX, `Use at most ${TAGS_MAX} tags.`)
  .refine((list) => list.every((tag) => lengthInCodePoints(tag) <= TAG_LENGTH_MAX), {
    message: `A tag has at most ${TAG_LENGTH_MAX} characters.`,
  });

const details = z.object({
  name: text(CUSTOMER_NAME_MAX).refine((value) => value !== "", "Enter a name."),
  legalName: optional(CUSTOMER_NAME_MAX),
  externalCustomerId: optional(EXTERNAL_CUSTOMER_ID_MAX),
  tags,
});

const contact = z
  .object({
    name: optional(CUSTOMER_NAME_MAX),
    email: z
      .string()
      .trim()
      .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters.`)
      .pipe(z.email("Enter an email address.")),
    roles: z.array(z.enum(CONTACT_ROLES)).min(1, "Choose at least one role."),
    emailRecipientType: z.enum(EMAIL_RECIPIENT_TYPES),
  })
  .transform(({ name, ...rest }) => (name === null ? rest : { ...rest, name }));

// Each contact of the form has a number of its own, which stays when one before it is removed.
const contacts = z.object({
  contacts: z
    .record(z.string(), contact)
    .default({})
    .transform(Object.values<z.output<typeof contact>>),
});

const address = z
  .object({
    address1: optional(CUSTOMER_NAME_MAX),
    address2: optional(CUSTOMER_NAME_MAX),
    city: optional(CUSTOMER_NAME_MAX),
    region: optional(CUSTOMER_NAME_MAX),
    postalCode: optional(CUSTOMER_NAME_MAX),
    country: optional(2),
  })
  .transform(({ address1, country, ...others }, context) => {
    const rest = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null));
    if (address1 && country) return { address1, country, ...rest };
    if (!address1 && !country && Object.keys(rest).length === 0) return null;
    const missing = address1
      ? { path: ["country"], message: "Choose a country." }
      : { path: ["address1"], message: "Enter the first line of the address." };
    context.issues.push({ code: "custom", input: address1, ...missing });
    return z.NEVER;
  });

/** The flat names of a form, `contacts.3.email`, as the tree they stand for. Faults keep the flat name. */
const tree = z.record(z.string(), z.unknown()).transform(treeOf);

export const detailsForm = tree.pipe(details);
export const contactsForm = tree.pipe(contacts);
export const addressForm = tree.pipe(z.object({ billingAddress: address }));
export const customerForm = tree.pipe(z.object({ ...details.shape, ...contacts.shape, billingAddress: address }));

export type CustomerDetails = z.output<typeof details>;

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
