import type { Metadata } from "next";
import { CreateContract } from "@/components/billing/contracts/create/create-contract";

export const metadata: Metadata = { title: "Create contract · Contracts" };

export default function NewContractPage() {
  return <CreateContract />;
}
