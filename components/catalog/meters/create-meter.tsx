"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CreateForm } from "@/components/shell/create-form";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { useLiveForm } from "@/components/ui/use-live-form";
import type { CreateMeterBody } from "@/lib/api/schemas/meters";
import { createMeter, metersQueryKey } from "@/lib/client/meters";
import { meterPath, metersPath } from "@/lib/paths";
import { meterCrumbs } from "../crumbs";
import { MeterFields } from "./meter-fields";
import { meterForm, ruleOfDraft } from "./meter-form";
import { MeterSentence } from "./meter-words";

/** What is counted, told in a sentence while it is written: a meter cannot be changed afterwards. */
export function CreateMeter() {
  const environment = useEnvironment();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(dirty);
  const { form, values, read } = useLiveForm();
  const keyFor = useIdempotencyKey();
  const create = useMutation({
    mutationFn: (body: CreateMeterBody) => createMeter(environment, body, keyFor(body)),
    onSuccess: async (meter) => {
      setDirty(false);
      await queryClient.invalidateQueries({ queryKey: metersQueryKey(environment) });
      router.push(meterPath(environment, meter.id));
    },
  });
  const touch = () => {
    setDirty(true);
    read();
  };
  const rule = ruleOfDraft(values);
  return (
    <PageBody>
      <PageHeader title={`Create ${environment} meter`} breadcrumb={meterCrumbs(environment)} />
      <CreateForm
        form={form}
        noun="meter"
        things="meters"
        schema={meterForm}
        submit={async (body) => void (await create.mutateAsync(body))}
        onInput={touch}
        list={metersPath(environment)}
        summary={
          <>
            <p className="text-base">
              <MeterSentence rule={rule} />
            </p>
            <p className="text-muted">A meter cannot be changed. What counts differently is a meter of its own.</p>
          </>
        }
      >
        <MeterFields aggregationType={rule.aggregationType} onRows={touch} />
      </CreateForm>
    </PageBody>
  );
}
