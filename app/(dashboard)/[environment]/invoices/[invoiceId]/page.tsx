import type { Metadata } from "next";
import { InvoicePage } from "@/components/billing/invoices/invoice-page";

export const metadata: Metadata = { title: "Invoices" };

type PageProps = { params: Promise<{ invoiceId: string }> };

export default async function OneInvoicePage({ params }: PageProps) {
  const { invoiceId } = await params;
  return <InvoicePage invoiceId={invoiceId} />;
}
