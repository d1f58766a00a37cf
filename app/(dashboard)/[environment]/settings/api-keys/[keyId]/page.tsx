import type { Metadata } from "next";
import { KeyPage } from "@/components/api-keys/key-page/key-page";
import { RecentRequests } from "@/components/requests/recent-requests";

export const metadata: Metadata = { title: "API key" };

type ApiKeyPageProps = { params: Promise<{ keyId: string }> };

export default async function ApiKeyPage({ params }: ApiKeyPageProps) {
  const { keyId } = await params;
  return <KeyPage keyId={keyId} recentRequests={<RecentRequests keyId={keyId} />} />;
}
