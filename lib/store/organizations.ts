import { ENVIRONMENTS, type Environment } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowsOf } from "./sql";

/** Writes an organization's name into both environments, where foreign code never looks anything up in the control database. */
export async function mirrorOrganizationAcrossTenants(organization: { id: string; name: string }): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    await rowsOf(
      environmentStore(environment).pool,
      "INSERT INTO organizations (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = $2 WHERE organizations.name <> $2",
      [organization.id, organization.name],
    );
  }
}

/** The organizations known to one environment's database. */
export function listMirroredOrganizationsAcrossTenants(
  environment: Environment,
): Promise<{ id: string; name: string }[]> {
  return rowsOf(environmentStore(environment).pool, "SELECT id, name FROM organizations ORDER BY name, id LIMIT 1000");
}
