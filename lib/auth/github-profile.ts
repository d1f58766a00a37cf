import type { Profile } from "next-auth";
import { z } from "zod";

const emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/**
 * Reads a GitHub profile with its primary email only when GitHub has verified it.
 * The provider's own reader takes an unverified one: whoever opened an account under a member's email could sign in as them.
 */
export async function readGitHubProfile({ tokens }: { tokens: { access_token?: string } }): Promise<Profile> {
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`https://api.github.com${path}`, {
      headers: { Authorization: `Bearer ${tokens.access_token}`, Accept: "application/vnd.github+json" },
    });
    if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
    return response.json();
  };
  const verified = emails.parse(await ask("/user/emails")).find((entry) => entry.primary && entry.verified);
  const profile: unknown = await ask("/user");
  if (!isProfile(profile)) throw new Error("GitHub answered without a profile");
  return { ...profile, email: verified?.email };
}

const isProfile = (value: unknown): value is Profile => typeof value === "object" && value !== null && "id" in value;
