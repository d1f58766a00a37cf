"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import type { Crumb } from "@/components/ui/page-header";
import { TabGroup } from "@/components/ui/tabs";
import { apiKeyQuery, apiKeysQueryKey, type ChangedApiKey } from "@/lib/client/api-keys";
import { viewerQuery } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { withSearch } from "@/lib/paths";
import { RequestsTab } from "../key-usage/requests-tab";
import { RevokeDialog } from "../revoke/revoke-dialog";
import { RotateDialog } from "../rotate/rotate-dialog";
import { RotationDialogs } from "../rotate/rotation-dialogs";
import { HistoryTab } from "./history-tab";
import { KeyHeader } from "./key-header";
import { KeyOverview, type KeyStep } from "./key-overview";

type KeyScreenProps = {
  apiKey: ApiKeyJson;
  crumbs: readonly Crumb[];
  recentRequests: ReactNode;
  /** Why the facts shown may be old. */
  failure: unknown;
  onRetry: () => void;
};

/** The loaded key: header, tabs, and the one dialog that may be open above them. */
export function KeyScreen({ apiKey, crumbs, recentRequests, failure, onRetry }: KeyScreenProps) {
  const { environment, id, name } = apiKey;
  const queryClient = useQueryClient();
  const viewer = useQuery(viewerQuery(environment)).data;
  const [step, setStep] = useState<KeyStep | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const [tab, setTab] = useTab();
  useDocumentTitle(name, "API keys");

  const show = (next: ApiKeyJson) => {
    queryClient.setQueryData(apiKeyQuery(environment, id).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: [environment, "audit-log"] });
    void queryClient.invalidateQueries({ queryKey: [...apiKeysQueryKey(environment), "list"] });
  };
  const rotationDone = ({ receipt: _, ...changed }: ChangedApiKey, sentence: string) => {
    show(changed);
    setReceipt(sentence);
  };
  const close = (sentence: string | null = receipt) => {
    setStep(null);
    setReceipt(sentence);
  };
  const overview = <KeyOverview apiKey={apiKey} viewer={viewer} onStep={setStep} onChanged={show} />;
  const requests = (
    <RequestsTab apiKey={apiKey} viewer={viewer} onChanged={show}>
      {recentRequests}
    </RequestsTab>
  );
  return (
    <PageBody>
      <KeyHeader {...{ apiKey, viewer, crumbs }} onStep={setStep} />
      {failure ? <ErrorNotice error={failure} title="The key could not be refreshed." onRetry={onRetry} /> : null}
      <div className="grid min-w-0">
        <div role="status" className={receipt ? "pb-4" : undefined}>
          {receipt ? <Notice tone="success">{receipt}</Notice> : null}
        </div>
        <TabGroup
          label="Key"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "overview", label: "Overview", content: overview },
            { value: "requests", label: "Requests", content: requests },
            { value: "history", label: "History", content: <HistoryTab environment={environment} keyId={id} /> },
          ]}
        />
      </div>
      {step === "rotate" ? <RotateDialog apiKey={apiKey} onClose={(sentence) => close(sentence ?? receipt)} /> : null}
      {step === "revoke" ? <RevokeDialog apiKey={apiKey} onClose={() => close()} /> : null}
      <RotationDialogs
        apiKey={apiKey}
        step={step === "rotate" || step === "revoke" ? null : step}
        onDone={rotationDone}
        onClose={() => setStep(null)}
      />
    </PageBody>
  );
}

const TABS = ["overview", "requests", "history"] as const;

function useTab(): [string, (tab: string) => void] {
  const pathname = usePathname();
  const search = useSearchParams();
  const tab = TABS.find((each) => each === search.get("tab")) ?? "overview";
  // Nothing has to come from the server, so the address changes with the click. Tabs report one click twice: on press and on focus.
  const setTab = (next: string) => {
    const href = withSearch(pathname, { tab: next === "overview" ? null : next });
    if (href !== `${window.location.pathname}${window.location.search}`) window.history.pushState(null, "", href);
  };
  return [tab, setTab];
}
