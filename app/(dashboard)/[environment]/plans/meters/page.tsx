import { notFound, redirect } from "next/navigation";
import { isEnvironment } from "@/lib/domain/environment";
import { metersPath } from "@/lib/paths";

type PageProps = { params: Promise<{ environment: string }> };

/** Whoever shortens the address of a meter arrives at the list. */
export default async function MetersPage({ params }: PageProps) {
  const { environment } = await params;
  if (!isEnvironment(environment)) notFound();
  redirect(metersPath(environment));
}
