import type { Metadata } from "next";
import { CreatePlan } from "@/components/catalog/plans/create-plan";

export const metadata: Metadata = { title: "Create plan · Plans" };

export default function NewPlanPage() {
  return <CreatePlan />;
}
