"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Form, FormFailure, SubmitButton, useFormState } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { ApiError } from "@/lib/client/api-error";
import { apiKeyQuery } from "@/lib/client/api-keys";
import type { ApiKeyJson, ChangeApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import { accessInput, allowedIpsInput, checkMatrix, lastDayInput, nameInput, noteInput } from "../form/field-schemas";
import type { KeySettings } from "../form/key-settings";
import { DryRun } from "./dry-run";
import { changeOf, type EditableField, isChanged, settingsOf } from "./editable-field";
import { EditedField } from "./edited-field";
import { addressesShutOut } from "./shut-out";

type SettingEditorProps = {
  field: EditableField;
  /** As it was read when the editor opened. */
  apiKey: ApiKeyJson;
  /** From a link: entered already, and not saved. */
  entered?: Partial<KeySettings> | undefined;
  onSave: (body: ChangeApiKeyBody) => Promise<void>;
  onClose: () => void;
};

const SCHEMAS: Record<EditableField, z.ZodType<unknown>> = {
  name: z.looseObject({ name: nameInput }),
  note: z.looseObject({ note: noteInput }),
  scopes: z.looseObject({ scopes: accessInput }).check(checkMatrix),
  expiry: z.looseObject({ lastDay: lastDayInput }),
  allowedIps: z.looseObject({ allowedIps: allowedIpsInput }),
};

const FIRST_CONTROL = ":is(input:checked, input:not([type=radio]), textarea)";

/** One field with Save and Cancel. */
export function SettingEditor({ field, apiKey, entered, onSave, onClose }: SettingEditorProps) {
  const [before] = useState(() => settingsOf(apiKey));
  const [settings, setSettings] = useState<KeySettings>({ ...before, ...entered });
  const [shutOut, setShutOut] = useState<readonly string[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const dirty = isChanged(field, before, settings);
  useUnsavedChanges(dirty);
  useEffect(() => {
    const first = place.current?.querySelector(FIRST_CONTROL);
    if (first instanceof HTMLElement) first.focus();
  }, []);

  const save = () => onSave(changeOf(field, settings, new Date()));
  const submit = async () => {
    if (!dirty) return onClose();
    const found = field === "allowedIps" ? addressesShutOut(apiKey, settings.allowedIps, new Date()) : [];
    if (found.length === 0) return save();
    setShutOut(found);
  };
  return (
    <Form schema={SCHEMAS[field]} submit={submit} className="grid max-w-[720px] gap-4">
      <div ref={place}>
        <EditedField
          {...{ field, apiKey, settings }}
          onChange={(changes) => setSettings((current) => ({ ...current, ...changes }))}
        />
      </div>
      {dirty ? <DryRun {...{ field, apiKey, settings }} /> : null}
      <EditorFailure apiKey={apiKey} onReloaded={onClose} />
      <EditorButtons onClose={onClose} />
      <ConfirmDialog
        open={shutOut.length > 0}
        title={`Shut out ${shutOut.join(" and ")}?`}
        body="This key was used from there in the last hour. The next request from there is refused."
        verb="Save IP rules"
        busyVerb="Saving…"
        run={save}
        onClose={() => setShutOut([])}
      />
    </Form>
  );
}

function EditorButtons({ onClose }: { onClose: () => void }) {
  const { pending } = useFormState();
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton busyLabel="Saving…">Save</SubmitButton>
      <Button busy={pending} onClick={onClose}>
        Cancel
      </Button>
    </div>
  );
}

/** Somebody else was faster: nothing was overwritten, and their change is one click away. */
function EditorFailure({ apiKey, onReloaded }: { apiKey: ApiKeyJson; onReloaded: () => void }) {
  const queryClient = useQueryClient();
  const { failure } = useFormState();
  if (!(failure instanceof ApiError) || failure.status !== 409 || !failure.detailAt("if-match")) return <FormFailure />;
  const reload = async () => {
    await queryClient.refetchQueries({ queryKey: apiKeyQuery(apiKey.environment, apiKey.id).queryKey });
    onReloaded();
  };
  return (
    <Notice tone="warning" role="alert" action={<Button onClick={() => void reload()}>Reload</Button>}>
      {failure.message}
    </Notice>
  );
}
