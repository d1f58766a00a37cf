import { hash, verify } from "@node-rs/argon2";

// Argon2id with the parameters OWASP's Password Storage Cheat Sheet lists first: 19 MiB, 2 passes, 1 lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let hashOfNobody: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** Takes as long for a person who does not exist as for one who does: the time of an answer must not tell which emails are known. */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("nobody has this password");
  const right = await verify(passwordHash ?? (await hashOfNobody), password);
  return passwordHash !== null && right;
}
