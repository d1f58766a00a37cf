import type { Metadata } from "next";
import { CreateMeter } from "@/components/catalog/meters/create-meter";

export const metadata: Metadata = { title: "Create meter · Meters" };

export default function NewMeterPage() {
  return <CreateMeter />;
}
