"use client";

import { Archive } from "lucide-react";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/live-region";

type ArchiveButtonProps = {
  /** "meter". */
  noun: string;
  /** "meters". */
  things: string;
  name: string;
  /** What it means for this kind of thing. */
  body: string;
  /** Raises an `ApiError` on refusal, which is explained in the dialog. */
  archive: () => Promise<void>;
};

/** Asks, archives, and shows what the server says when it refuses. */
export function ArchiveButton({ noun, things, name, body, archive }: ArchiveButtonProps) {
  const environment = useEnvironment();
  const refusal = useWriteRefusal(things);
  const [asking, setAsking] = useState(false);
  const run = async () => {
    await archive();
    announce(`${name} archived`);
  };
  return (
    <>
      <Button icon={Archive} disabledBecause={refusal} onClick={() => setAsking(true)}>
        Archive…
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Archive ${name}?`}
        body={body}
        verb={`Archive ${environment} ${noun}`}
        busyVerb="Archiving…"
        run={run}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
