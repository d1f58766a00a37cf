"use client";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useReference } from "../reference-provider";
import { faultOfKey } from "./tried-request";

/** The page's one field for a key. React never writes what is in it into the markup. */
export function KeyField() {
  const { environment, secret, setSecret } = useReference();
  const show = (input: HTMLInputElement | null) => {
    if (input && input.value !== secret) input.value = secret;
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <div className="min-w-0 flex-1 basis-64">
        <TextField
          label="API key"
          name="key"
          type="password"
          mono
          spellCheck={false}
          autoCapitalize="none"
          ref={show}
          onChange={(event) => setSecret(event.target.value.trim())}
          help="Paste a key. It stays in this tab's memory and is gone when you leave."
          error={faultOfKey(secret, environment)}
        />
      </div>
      <Button
        className="md:mt-6"
        disabledBecause={secret === "" && "There is no key to forget."}
        onClick={() => setSecret("")}
      >
        Forget key
      </Button>
    </div>
  );
}
