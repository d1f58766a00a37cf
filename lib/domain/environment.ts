export const ENVIRONMENTS = ["production", "sandbox"] as const;

/** The boundary of all data: other databases, other keys, other pepper. */
export type Environment = (typeof ENVIRONMENTS)[number];

export function isEnvironment(word: string): word is Environment {
  return word === "production" || word === "sandbox";
}

export function otherEnvironment(environment: Environment): Environment {
  return environment === "production" ? "sandbox" : "production";
}

/** One organization in one environment: the boundary of every query. */
export type Tenant = { readonly environment: Environment; readonly organizationId: string };
