import { parseArgs } from "node:util";
import { ENVIRONMENTS, type Environment, isEnvironment } from "@/lib/domain/environment";
import { EnvError } from "@/lib/env";

/** What is wrong with the words of a command; its message is all the reader gets to see. */
export class UsageError extends Error {}

/** The `--name value` options of a command. Unknown words are refused with a sentence. */
export function optionsOf(
  known: Record<string, { type: "string" | "boolean" }>,
  usage: string,
): Record<string, string | boolean | undefined> {
  try {
    return parseArgs({ args: process.argv.slice(2), options: known, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : "Unknown option"}\n${usage}`);
  }
}

/** The `--environment` that a command works on. */
export function requireEnvironment(given: string | boolean | undefined, usage: string): Environment {
  if (typeof given === "string" && isEnvironment(given)) return given;
  throw new UsageError(`--environment must be ${ENVIRONMENTS.join(" or ")}\n${usage}`);
}

/** Runs a command to its end: 0, or 1 with the reason on standard error. Only sentences meant for the reader are shown bare. */
export function runCommand(command: () => Promise<void>): void {
  command().then(
    () => process.exit(0),
    (error: unknown) => {
      const isSentence = error instanceof UsageError || error instanceof EnvError;
      process.stderr.write(`${isSentence ? error.message : describe(error)}\n`);
      process.exit(1);
    },
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
