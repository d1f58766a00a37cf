import { isPasswordRight } from "@/lib/auth/password";
import {
  clearPasswordFailuresAcrossTenants,
  forgetPasswordTryAcrossTenants,
  reservePasswordTryAcrossTenants,
} from "@/lib/store/password-failures";
import { canonicalEmail, findPersonByEmailAcrossTenants, type Person } from "@/lib/store/people";

/** A machine that tries many people's emails is stopped here; an office behind one address is not. */
const FAILURES_PER_ADDRESS_MAX = 50;

export type SignInVerdict = { kind: "right"; person: Person } | { kind: "wrong" } | { kind: "throttled"; until: Date };

/** Judges an email and password. What is unknown and what is wrong read the same and take the same time. */
export async function judgeSignIn(
  email: string,
  password: string,
  ip: string | null,
  now: Date,
): Promise<SignInVerdict> {
  const byEmail = `email ${canonicalEmail(email)}`;
  const byAddress = `address ${ip ?? "unknown"}`;
  const blocks = [
    await reservePasswordTryAcrossTenants(byEmail, now),
    await reservePasswordTryAcrossTenants(byAddress, now, FAILURES_PER_ADDRESS_MAX),
  ].filter((until) => until !== null);
  const until = blocks.sort((one, other) => other.getTime() - one.getTime())[0];
  if (until) return { kind: "throttled", until };
  const person = await findPersonByEmailAcrossTenants(email);
  if (!(await isPasswordRight(person?.passwordHash ?? null, password)) || !person) return { kind: "wrong" };
  await clearPasswordFailuresAcrossTenants(byEmail);
  await forgetPasswordTryAcrossTenants(byAddress, now);
  return { kind: "right", person };
}
