// For browser tests that need an organization of their own: empty lists, other roles, sessions that may be ended.
import type { Role } from "@/lib/domain/role";
import { enter, expect, test as signedOut } from "./browser";
import { addMember, addOrganization, type Member, type Organization } from "./people";

type Tenancy = {
  /** The role of the person whose browser `page` is. */
  role: Role;
  organization: Organization;
  /** The page's context is signed in as this person. */
  member: Member;
};

export const test = signedOut.extend<Tenancy>({
  role: ["owner", { option: true }],
  organization: async ({ env: _ }, use) => use(await addOrganization("Acme")),
  member: [
    async ({ env, organization, role, context }, use) => {
      const member = await addMember(env, organization, role);
      await enter(context, member.cookie);
      await use(member);
    },
    { auto: true },
  ],
});

export { expect };
