import { CONTACT_ROLES, EMAIL_RECIPIENT_TYPES } from "@/lib/domain/customer";

type ContactRole = (typeof CONTACT_ROLES)[number];
type RecipientType = (typeof EMAIL_RECIPIENT_TYPES)[number];

export const ROLE_WORDS: Record<ContactRole, string> = {
  accounts_payable: "Accounts payable",
  billing: "Billing",
  executive: "Executive",
  technical: "Technical",
  other: "Other",
};

export const RECIPIENT_WORDS: Record<RecipientType, string> = { to: "To", cc: "Cc", bcc: "Bcc" };

export const ROLE_OPTIONS = CONTACT_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }));
export const RECIPIENT_OPTIONS = EMAIL_RECIPIENT_TYPES.map((type) => ({ value: type, label: RECIPIENT_WORDS[type] }));
