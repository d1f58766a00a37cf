"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { Viewer } from "@/lib/client/viewer";
import { newApiKeyPath } from "@/lib/paths";
import { refusalToCreate } from "../key-facts/key-permissions";

/** The way to the create page; for those who may not go it, a button that says why. */
export function CreateKeyLink({ viewer, quiet = false }: { viewer: Viewer | undefined; quiet?: boolean }) {
  const environment = useEnvironment();
  const refusal = viewer ? refusalToCreate(viewer) : null;
  const variant = quiet ? "secondary" : "primary";
  if (refusal) {
    return (
      <Button variant={variant} icon={Plus} disabledBecause={refusal}>
        Create key
      </Button>
    );
  }
  return (
    <Link href={newApiKeyPath(environment)} className={buttonClass(variant)}>
      <Plus aria-hidden className="size-4 shrink-0" />
      Create key
    </Link>
  );
}
