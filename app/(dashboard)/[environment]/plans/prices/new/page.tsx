import type { Metadata } from "next";
import { CreatePrice } from "@/components/catalog/prices/create-price";

export const metadata: Metadata = { title: "Create price · Prices" };

export default function NewPricePage() {
  return <CreatePrice />;
}
