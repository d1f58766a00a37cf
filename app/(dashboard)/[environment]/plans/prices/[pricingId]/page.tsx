import type { Metadata } from "next";
import { PricePage } from "@/components/catalog/prices/price-page";

export const metadata: Metadata = { title: "Prices" };

type PageProps = { params: Promise<{ pricingId: string }> };

export default async function OnePricePage({ params }: PageProps) {
  const { pricingId } = await params;
  return <PricePage pricingId={pricingId} />;
}
