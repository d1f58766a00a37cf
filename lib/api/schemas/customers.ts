import { z } from "zod";
import {
  CONTACT_ROLES,
  CONTACTS_MAX,
  CUSTOMER_NAME_MAX,
  type Customer,
  EMAIL_RECIPIENT_TYPES,
  EXTERNAL_CUSTOMER_ID_MAX,
  isCountryCode,
  TAG_LENGTH_MAX,
  TAGS_MAX,
} from "@/lib/domain/customer";
import { instant, text, uuid } from "./fields";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";

const name = text({ min: 1, max: CUSTOMER_NAME_MAX });

const contact = z.strictObject({
  name: name.optional(),
  email: z.email("must be an email address").max(254, "must have at most 254 characters"),
  roles: z
    .array(z.enum(CONTACT_ROLES))
    .min(1, "must have at least one role")
    .max(CONTACT_ROLES.length, "has too many roles"),
  emailRecipientType: z.enum(EMAIL_RECIPIENT_TYPES).default("to"),
});

const billingAddress = z.strictObject({
  address1: name,
  address2: name.optional(),
  city: name.optional(),
  region: name.optional(),
  postalCode: name.optional(),
  country: z.string().refine(isCountryCode, { message: "must be an ISO 3166-1 alpha-2 country code" }),
});

const tags = z
  .array(text({ min: 1, max: TAG_LENGTH_MAX }))
  .max(TAGS_MAX, `must have at most ${TAGS_MAX} tags`)
  .refine((list) => new Set(list).size === list.length, { message: "must not name a tag twice" });

const fields = {
  legalName: name.nullable().optional(),
  externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).nullable().optional(),
  contacts: z.array(contact).max(CONTACTS_MAX, `must have at most ${CONTACTS_MAX} contacts`).optional(),
  tags: tags.optional(),
  billingAddress: billingAddress.nullable().optional(),
};

export const createCustomerBody = z.strictObject({ name, ...fields }).meta({
  examples: [
    {
      name: "Globex",
      externalCustomerId: "cust_42",
      contacts: [{ name: "Ann", email: "ann@globex.test", roles: ["accounts_payable"] }],
      tags: ["beta"],
    },
  ],
});

export const changeCustomerBody = z
  .strictObject({ name: name.optional(), ...fields })
  .refine((body) => Object.keys(body).length > 0, { message: "must have at least one field" })
  .meta({ examples: [{ name: "Globex Corporation", tags: ["beta", "eu"] }] });

export const listCustomersQuery = z
  .strictObject({
    externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
    ...pagingParameters(10),
  })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const customerJson = z
  .strictObject({
    id: uuid,
    name: z.string(),
    legalName: z.string().nullable(),
    tags: z.array(z.string()),
    isPaused: z.literal(false),
    pausedAt: z.null(),
    metadata: z.strictObject({ externalCustomerId: z.string().nullable(), externalCompanyIds: z.array(z.string()) }),
    contacts: z.array(
      z.strictObject({
        name: z.string().optional(),
        email: z.string(),
        roles: z.array(z.enum(CONTACT_ROLES)),
        emailRecipientType: z.enum(EMAIL_RECIPIENT_TYPES),
      }),
    ),
    billingAddress: z
      .strictObject({
        address1: z.string(),
        address2: z.string().optional(),
        city: z.string().optional(),
        region: z.string().optional(),
        postalCode: z.string().optional(),
        country: z.string(),
      })
      .nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: "Customer",
    examples: [
      {
        id: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
        name: "Globex",
        legalName: null,
        tags: ["beta"],
        isPaused: false,
        pausedAt: null,
        metadata: { externalCustomerId: "cust_42", externalCompanyIds: [] },
        contacts: [{ name: "Ann", email: "ann@globex.test", roles: ["accounts_payable"], emailRecipientType: "to" }],
        billingAddress: null,
        createdAt: "2026-02-27T10:00:00.000Z",
        updatedAt: "2026-02-27T10:00:00.000Z",
      },
    ],
  });

export const customerAnswer = oneOf(customerJson);
export const customerPage = pageOf(customerJson);

export type CustomerJson = z.output<typeof customerJson>;
export type CreateCustomerBody = z.input<typeof createCustomerBody>;
export type ChangeCustomerBody = z.input<typeof changeCustomerBody>;

export function customerJsonOf(customer: Customer): CustomerJson {
  return {
    id: customer.id,
    name: customer.name,
    legalName: customer.legalName,
    tags: [...customer.tags],
    isPaused: false,
    pausedAt: null,
    metadata: { externalCustomerId: customer.externalCustomerId, externalCompanyIds: [] },
    contacts: customer.contacts.map((contact) => ({ ...contact, roles: [...contact.roles] })),
    billingAddress: customer.billingAddress,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
  };
}
