import { notFound, redirect } from "next/navigation";
import { isEnvironment } from "@/lib/domain/environment";
import { pricesPath } from "@/lib/paths";

type PageProps = { params: Promise<{ environment: string }> };

/** Whoever shortens the address of a price arrives at the list. */
export default async function PricesPage({ params }: PageProps) {
  const { environment } = await params;
  if (!isEnvironment(environment)) notFound();
  redirect(pricesPath(environment));
}
