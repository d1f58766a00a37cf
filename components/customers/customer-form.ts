// What the forms about customers accept, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree, linesOf, rowsOf } from "@/components/ui/form-tree";
import { optionalText, requiredText } from "@/components/ui/typed-values";
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

const tags = z
  .string()
  .transform(linesOf)
  .refine((list) => list.length <= TAGS_MAX, `Use at most ${TAGS_MAX} tags.`)
  .refine((list) => list.every((tag) => lengthInCodePoints(tag) <= TAG_LENGTH_MAX), {
    message: `A tag has at most ${TAG_LENGTH_MAX} characters.`,
  });

const details = z.object({
  name: requiredText(CUSTOMER_NAME_MAX, "Enter a name."),
  legalName: optionalText(CUSTOMER_NAME_MAX),
  externalCustomerId: optionalText(EXTERNAL_CUSTOMER_ID_MAX),
  tags,
});

const contact = z
  .object({
    name: optionalText(CUSTOMER_NAME_MAX),
    email: z
      .string()
      .trim()
      .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters.`)
      .pipe(z.email("Enter an email address.")),
    roles: z.array(z.enum(CONTACT_ROLES)).min(1, "Choose at least one role."),
    emailRecipientType: z.enum(EMAIL_RECIPIENT_TYPES),
  })
  .transform(({ name, ...rest }) => (name === null ? rest : { ...rest, name }));

const contacts = z.object({ contacts: rowsOf(contact) });

const address = z
  .object({
    address1: optionalText(CUSTOMER_NAME_MAX),
    address2: optionalText(CUSTOMER_NAME_MAX),
    city: optionalText(CUSTOMER_NAME_MAX),
    region: optionalText(CUSTOMER_NAME_MAX),
    postalCode: optionalText(CUSTOMER_NAME_MAX),
    country: optionalText(2),
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

export const detailsForm = formTree.pipe(details);
export const contactsForm = formTree.pipe(contacts);
export const addressForm = formTree.pipe(z.object({ billingAddress: address }));
export const customerForm = formTree.pipe(z.object({ ...details.shape, ...contacts.shape, billingAddress: address }));

export type CustomerDetails = z.output<typeof details>;
