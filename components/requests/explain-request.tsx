"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { ModalDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { requestPath } from "@/lib/paths";

const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** Takes the id that a caller was answered with, and tells which check refused. */
export function ExplainRequest() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Explain a request id…</Button>
      {isOpen ? <ExplainDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ExplainDialog({ onClose }: { onClose: () => void }) {
  const environment = useEnvironment();
  const router = useRouter();
  const [id, setId] = useState("");
  const [fault, setFault] = useState<string>();
  const explain = (event: FormEvent) => {
    event.preventDefault();
    const wanted = id.trim();
    if (maskSecrets(wanted) !== wanted) return setFault("That is a whole key, not a request id.");
    if (!REQUEST_ID.test(wanted)) return setFault("A request id has 1 to 64 letters, digits, dots, dashes and colons.");
    onClose();
    router.push(requestPath(environment, wanted));
  };
  return (
    <ModalDialog
      open
      title="Explain a request id"
      description="Every answer and every error carries it. Also of requests that were refused without a known key."
      onClose={onClose}
    >
      <form onSubmit={explain} noValidate className="grid gap-4">
        <TextField
          label="Request id"
          name="request-id"
          mono
          placeholder="req_9f2c4b1e7a60d385"
          value={id}
          error={fault}
          onChange={(event) => {
            setFault(undefined);
            setId(event.target.value);
          }}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Explain request
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
