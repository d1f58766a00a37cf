import type { Metadata } from "next";
import { CreateKeyPage } from "@/components/api-keys/form/create-key-page";

export const metadata: Metadata = { title: "Create key · API keys" };

export default function NewApiKeyPage() {
  return <CreateKeyPage />;
}
