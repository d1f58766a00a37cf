import type { Metadata } from "next";
import { ContractPage } from "@/components/billing/contracts/contract-page";

export const metadata: Metadata = { title: "Contracts" };

type PageProps = { params: Promise<{ contractId: string }> };

export default async function OneContractPage({ params }: PageProps) {
  const { contractId } = await params;
  return <ContractPage contractId={contractId} />;
}
