import type { Metadata } from "next";
import { PlanPage } from "@/components/catalog/plans/plan-page";

export const metadata: Metadata = { title: "Plans" };

type PageProps = { params: Promise<{ planId: string }> };

export default async function OnePlanPage({ params }: PageProps) {
  const { planId } = await params;
  return <PlanPage planId={planId} />;
}
