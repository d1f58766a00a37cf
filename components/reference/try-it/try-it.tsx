"use client";

import { Play, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { useReference } from "../reference-provider";
import type { TriedOperation } from "./tried-request";
import { TryForm } from "./try-form";

/** Sends the endpoint's request from here. One endpoint is tried at a time, so the page has one field for a key. */
export function TryIt({ operation }: { operation: TriedOperation }) {
  const { tried, setTried } = useReference();
  const panelId = useId();
  const isOpen = tried === operation.id;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <div>
        <Button
          icon={isOpen ? X : Play}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => setTried(isOpen ? null : operation.id)}
        >
          {isOpen ? "Close" : "Try it"}
        </Button>
      </div>
      {isOpen ? (
        <div id={panelId} className="min-w-0 rounded-lg border bg-surface p-4">
          <TryForm operation={operation} />
        </div>
      ) : null}
    </div>
  );
}
