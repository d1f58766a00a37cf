"use client";

import { useSearchParams } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { otherEnvironment } from "@/lib/domain/environment";
import { elsewhereNoun } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";

/** After switching away from the page of one thing: why one is on a list now. */
export function ElsewhereNote() {
  const noun = elsewhereNoun(useSearchParams().get("elsewhere"));
  const other = otherEnvironment(useEnvironment());
  if (!noun) return null;
  return (
    <div className="mx-auto w-full max-w-[1280px] print:hidden">
      <Notice role="status">
        This {noun} exists in {other} only.
      </Notice>
    </div>
  );
}
