/** The groups of the reference, in reading order. An endpoint's `tag` is one of these. */
export const TAGS: readonly { readonly name: string; readonly description: string }[] = [
  { name: "Me", description: "Tests a credential: whose it is, what it may do, and from where it was seen." },
  {
    name: "Customers",
    description:
      "Who is billed. A customer can be named by its own id or by the one in your system, its `externalCustomerId`.",
  },
  {
    name: "Meters",
    description:
      "What is counted: which events, and which of their properties. A meter cannot be changed, only archived.",
  },
  {
    name: "Pricing",
    description: "What one meter, or a fixed item, costs. Pricing is immutable: a new price is a new pricing.",
  },
  {
    name: "Plans",
    description: "A named set of prices with one billing interval. A plan can be changed until its first contract.",
  },
  {
    name: "Contracts",
    description:
      "A customer's agreement to a plan from a day on. Its periods are half-open days in UTC; every period gets one invoice.",
  },
  {
    name: "Credits",
    description: "Money granted to a contract. Credits pay metered lines of its invoices, the soonest to expire first.",
  },
  {
    name: "Invoices",
    description: "What a contract's period comes to. A draft follows usage; a finalized invoice never changes.",
  },
  {
    name: "Events",
    description:
      "What customers used, sent one by one or in batches. An accepted event is on disk, and counts once per idempotency key.",
  },
  { name: "Usage", description: "Counted and priced usage, by time, customer, meter or property." },
  { name: "Health", description: "Whether a server runs and can do its work. For load balancers and monitoring." },
  { name: "Reference", description: "This reference as a document for machines." },
];
