export const CONTACT_ROLES = ["accounts_payable", "billing", "executive", "technical", "other"] as const;
export const EMAIL_RECIPIENT_TYPES = ["to", "cc", "bcc"] as const;
export const CUSTOMER_NAME_MAX = 255;
export const EXTERNAL_CUSTOMER_ID_MAX = 256;
export const CONTACTS_MAX = 20;
export const TAGS_MAX = 20;
export const TAG_LENGTH_MAX = 64;

export type Contact = {
  readonly name?: string;
  readonly email: string;
  readonly roles: readonly (typeof CONTACT_ROLES)[number][];
  readonly emailRecipientType: (typeof EMAIL_RECIPIENT_TYPES)[number];
};

export type BillingAddress = {
  readonly address1: string;
  readonly address2?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** Who is billed. A changed or cleared external id stays reserved for its customer for good. */
export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly externalCustomerId: string | null;
  readonly contacts: readonly Contact[];
  readonly tags: readonly string[];
  readonly billingAddress: BillingAddress | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type CustomerFields = Pick<
  Customer,
  "name" | "legalName" | "externalCustomerId" | "contacts" | "tags" | "billingAddress"
>;

/** ISO 3166-1 alpha-2, officially assigned. */
export const COUNTRY_CODES: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM " +
  "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
).split(" ");

const knownCountryCodes = new Set(COUNTRY_CODES);

export const isCountryCode = (text: string): boolean => knownCountryCodes.has(text);
