import type { Metadata } from "next";
import { CreateCustomer } from "@/components/customers/create-customer";

export const metadata: Metadata = { title: "Create customer · Customers" };

export default function NewCustomerPage() {
  return <CreateCustomer />;
}
