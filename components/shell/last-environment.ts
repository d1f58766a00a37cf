import { type Environment, isEnvironment } from "@/lib/domain/environment";

export const ENVIRONMENT_COOKIE = "mintkey_environment";

/** Where one lands after signing in: the environment of the last visit, at first sandbox. */
export function readLastEnvironment(word: string | undefined): Environment {
  return word && isEnvironment(word) ? word : "sandbox";
}
