"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";

type CreateLinkProps = {
  href: string;
  /** Why this member may not, or null. */
  refusal: string | null;
  variant?: "primary" | "secondary";
  /** Verb and noun: "Create customer". */
  children: string;
};

/** The way to a form that creates something; a button that says why for those who may not. */
export function CreateLink({ href, refusal, variant = "primary", children }: CreateLinkProps) {
  if (refusal) {
    return (
      <Button variant={variant} icon={Plus} disabledBecause={refusal}>
        {children}
      </Button>
    );
  }
  return (
    <Link href={href} className={buttonClass(variant)}>
      <Plus aria-hidden className="size-4" />
      {children}
    </Link>
  );
}
