import type { Metadata } from "next";
import { RequestPage } from "@/components/requests/request-page";

export const metadata: Metadata = { title: "Requests" };

type PageProps = { params: Promise<{ requestId: string }> };

export default async function OneRequestPage({ params }: PageProps) {
  const { requestId } = await params;
  return <RequestPage requestId={decodeURIComponent(requestId)} />;
}
