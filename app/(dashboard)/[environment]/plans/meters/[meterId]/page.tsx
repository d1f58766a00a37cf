import type { Metadata } from "next";
import { MeterUsage } from "@/components/billing/usage/usage-section";
import { MeterPage } from "@/components/catalog/meters/meter-page";

export const metadata: Metadata = { title: "Meters" };

type PageProps = { params: Promise<{ meterId: string }> };

export default async function OneMeterPage({ params }: PageProps) {
  const { meterId } = await params;
  return (
    <MeterPage meterId={meterId}>
      <MeterUsage meterId={meterId} />
    </MeterPage>
  );
}
