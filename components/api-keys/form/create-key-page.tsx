"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { LostSecretDialog } from "@/components/api-keys/reveal/lost-secret-dialog";
import { RevealDialog } from "@/components/api-keys/reveal/reveal-dialog";
import { useMinting } from "@/components/api-keys/reveal/use-minting";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { createApiKey, rotateApiKey } from "@/lib/client/api-keys";
import { viewerQuery } from "@/lib/client/viewer";
import { canCreateKey } from "@/lib/domain/role";
import { apiKeyPath, apiKeysPath } from "@/lib/paths";
import { createBodyOf } from "./create-body";
import { CreateKeyForm } from "./create-key-form";
import type { KeySettings } from "./key-settings";
import { LinkNotice } from "./link-notice";
import { useKeyDraft } from "./use-key-draft";

/** Form, step-up and reveal in one place: the secret goes from the answer into the dialog and nowhere else. */
export function CreateKeyPage() {
  const environment = useEnvironment();
  const router = useRouter();
  const draft = useKeyDraft();
  const { mint, revealed, lostKeyId, forget, stepUpDialog } = useMinting(environment);
  const role = useQuery(viewerQuery(environment)).data?.role;
  const refusal = role && !canCreateKey(role) ? "Your role can look but not change keys. Ask an admin." : null;
  useDocumentTitle(`Create ${environment} key`, "API keys");

  const create = (settings: KeySettings) => {
    const body = createBodyOf(settings, new Date());
    return mint(JSON.stringify(settings), (idempotencyKey) => createApiKey(environment, body, idempotencyKey));
  };
  const openKey = (keyId: string) => {
    forget();
    router.push(apiKeyPath(environment, keyId));
  };
  return (
    <PageBody>
      <PageHeader
        title={`Create ${environment} key`}
        breadcrumb={[{ label: "Settings" }, { label: "API keys", href: apiKeysPath(environment) }]}
      />
      <LinkNotice environment={environment} origin={draft.origin} leftOut={draft.leftOut} />
      <CreateKeyForm {...{ environment, draft, refusal }} submit={create} />
      {revealed ? <RevealDialog {...{ environment, revealed }} onForget={forget} onClosed={openKey} /> : null}
      {lostKeyId ? (
        <LostSecretDialog
          environment={environment}
          keyId={lostKeyId}
          happened="The key was created"
          getNewSecret={() =>
            mint(`replace ${lostKeyId}`, (idempotencyKey) =>
              rotateApiKey(environment, lostKeyId, { gracePeriodSeconds: 0 }, idempotencyKey),
            )
          }
          onClose={() => openKey(lostKeyId)}
        />
      ) : null}
      {stepUpDialog}
    </PageBody>
  );
}
