import type { Metadata } from "next";
import { CustomerBilling } from "@/components/billing/customer-billing";
import { CustomerUsage } from "@/components/billing/usage/usage-section";
import { CustomerPage } from "@/components/customers/customer-page";

export const metadata: Metadata = { title: "Customers" };

type PageProps = { params: Promise<{ customerId: string }> };

export default async function OneCustomerPage({ params }: PageProps) {
  const { customerId } = await params;
  return (
    <CustomerPage customerId={customerId}>
      <CustomerUsage customerId={customerId} />
      <CustomerBilling customerId={customerId} />
    </CustomerPage>
  );
}
