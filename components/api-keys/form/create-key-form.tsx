"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Form, FormFailure, SubmitButton, useFormState } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { Environment } from "@/lib/domain/environment";
import { apiKeysPath, newApiKeyPath } from "@/lib/paths";
import { AccessField } from "./access-field";
import { ExpiryField } from "./expiry-field";
import { accessInput, allowedIpsInput, checkMatrix, lastDayInput, nameInput, noteInput } from "./field-schemas";
import { IpRulesField } from "./ip-rules-field";
import type { KeySettings } from "./key-settings";
import { NameField } from "./name-field";
import { settingsSearch } from "./settings-link";
import { Summary } from "./summary";
import type { KeyDraft } from "./use-key-draft";

type CreateKeyFormProps = {
  environment: Environment;
  draft: KeyDraft;
  /** Why this person may not create keys. */
  refusal: string | null;
  submit: (settings: KeySettings) => Promise<void>;
};

const createKeyInput = z
  .looseObject({
    name: nameInput,
    note: noteInput,
    scopes: accessInput,
    lastDay: lastDayInput,
    allowedIps: allowedIpsInput,
  })
  .check(checkMatrix);

/** Two columns from 1024 px: the fields, and what they amount to. */
export function CreateKeyForm({ environment, draft, refusal, submit }: CreateKeyFormProps) {
  const { settings, change, origin } = draft;
  return (
    <Form
      schema={createKeyInput}
      submit={() => submit(settings)}
      aria-label={`Create ${environment} key`}
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid min-w-0 max-w-[720px] gap-8">
        <div className="grid gap-4">
          <NameField environment={environment} name={settings.name} onChange={(name) => change({ name })} />
          <TextArea
            label="Note"
            name="note"
            optional
            rows={2}
            value={settings.note}
            onChange={(event) => change({ note: event.target.value })}
            help="Where does this key live? For example: billing worker, deployment secrets"
          />
        </div>
        <AccessField environment={environment} access={settings} onChange={change} />
        <ExpiryField choice={settings.expiry} onChange={(expiry) => change({ expiry })} />
        <IpRulesField
          environment={environment}
          text={settings.allowedIps}
          onChange={(allowedIps) => change({ allowedIps })}
          note={
            origin === "copy" && settings.allowedIps !== "" && environment === "production"
              ? "Production servers often have other addresses."
              : null
          }
        />
      </div>
      <Summary environment={environment} settings={settings}>
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        <FormFailure />
        <FormButtons {...{ environment, settings, refusal }} />
      </Summary>
    </Form>
  );
}

type FormButtonsProps = { environment: Environment; settings: KeySettings; refusal: string | null };

function FormButtons({ environment, settings, refusal }: FormButtonsProps) {
  const router = useRouter();
  const { pending } = useFormState();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SubmitButton busyLabel="Creating…" disabledBecause={refusal} className="grow">
        Create {environment} key
      </SubmitButton>
      <Button busy={pending} onClick={() => router.push(apiKeysPath(environment))}>
        Cancel
      </Button>
      <CopyButton
        thing="link to this form"
        variant="quiet"
        text={() => new URL(newApiKeyPath(environment, settingsSearch(settings)), window.location.href).href}
      />
    </div>
  );
}
