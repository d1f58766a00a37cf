import { maskSecrets } from "@/lib/domain/api-key-secret";

const LENGTH_MAX = 200;

/** What is kept of a client's description of itself. A key in it is masked before the text is cut, or half of it would stay. */
export const userAgentOf = (given: string | null | undefined): string | null =>
  given === null || given === undefined ? null : maskSecrets(given).slice(0, LENGTH_MAX);
