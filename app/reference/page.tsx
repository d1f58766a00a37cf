import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ReferencePage } from "@/components/reference/reference-page";
import { ReferenceProvider } from "@/components/reference/reference-provider";
import { ENVIRONMENT_COOKIE, readLastEnvironment } from "@/components/shell/last-environment";
import { findViewer } from "@/lib/auth/viewer";
import { apiReference } from "@/lib/dashboard-api/api-reference";

export const metadata: Metadata = { title: "API reference" };

/** Open to everybody: it tells nothing about anybody's data. */
export default async function ApiReferencePage() {
  const { document, addresses, limitPerMinute } = apiReference();
  const lastEnvironment = readLastEnvironment((await cookies()).get(ENVIRONMENT_COOKIE)?.value);
  const isSignedIn = (await findViewer()) !== null;
  return (
    <ReferenceProvider facts={{ addresses, limitPerMinute, isSignedIn }} lastEnvironment={lastEnvironment}>
      <ReferencePage document={document} today={new Date().toISOString().slice(0, 10)} />
    </ReferenceProvider>
  );
}
