// Why a member may not do something with a key, in words; null when they may. The server decides again.
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { canChangeKey, canCreateKey, canRevokeInBulk, canRevokeKey } from "@/lib/domain/role";

/** Undefined until the viewer is known. */
type MaybeViewer = Pick<Viewer, "person" | "role"> | undefined;

const UNKNOWN = "Looking up your role.";
const LOOK_ONLY = "Your role can look but not change keys. Ask an admin.";

export function refusalToCreate(viewer: MaybeViewer): string | null {
  if (!viewer) return UNKNOWN;
  return canCreateKey(viewer.role) ? null : LOOK_ONLY;
}

/** Edit and rotate. */
export function refusalToChange(viewer: MaybeViewer, apiKey: ApiKeyJson): string | null {
  if (!viewer) return UNKNOWN;
  const member = { id: viewer.person.id, role: viewer.role };
  if (canChangeKey(member, apiKey.environment, apiKey.createdBy.id)) return null;
  return viewer.role === "viewer"
    ? LOOK_ONLY
    : "Your role can change only the production keys you created. Ask an admin.";
}

export function refusalToRotate(viewer: MaybeViewer, apiKey: ApiKeyJson): string | null {
  if (apiKey.status === "revoked") return "This key is revoked.";
  if (apiKey.status === "expired") return "An expired key cannot be rotated.";
  return (
    refusalToChange(viewer, apiKey) ?? (apiKey.status === "rotating" ? "Finish the current rotation first." : null)
  );
}

export function refusalToRevoke(viewer: MaybeViewer, apiKey: ApiKeyJson): string | null {
  if (apiKey.status === "revoked") return "This key is already revoked.";
  if (!viewer) return UNKNOWN;
  return canRevokeKey(viewer.role) ? null : LOOK_ONLY;
}

export function refusalToRevokeInBulk(viewer: MaybeViewer): string | null {
  if (!viewer) return UNKNOWN;
  if (canRevokeInBulk(viewer.role)) return null;
  return viewer.role === "viewer" ? LOOK_ONLY : "Only admins and owners can revoke several keys at once.";
}
