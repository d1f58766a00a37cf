"use client";

import { useQuery } from "@tanstack/react-query";
import { viewerQuery } from "@/lib/client/viewer";
import { hasRole } from "@/lib/domain/role";
import { useEnvironment } from "./environment-provider";

/** Why this member may not change such things, or null. The server decides again at the request itself. */
export function useWriteRefusal(things: string): string | null {
  const viewer = useQuery(viewerQuery(useEnvironment())).data;
  if (!viewer || hasRole(viewer.role, "developer")) return null;
  return `Your role can look but not change ${things}. Ask an admin.`;
}
