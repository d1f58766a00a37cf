import type { Metadata } from "next";
import { Catalog } from "@/components/catalog/catalog";

export const metadata: Metadata = { title: "Plans" };

export default function PlansPage() {
  return <Catalog />;
}
