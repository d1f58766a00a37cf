import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { DashboardShell } from "@/components/shell/dashboard-shell";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";
import { SignInFirst } from "@/components/shell/sign-in-first";
import { findViewer } from "@/lib/auth/viewer";
import { isEnvironment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";

type EnvironmentLayoutProps = { children: ReactNode; params: Promise<{ environment: string }> };

export async function generateMetadata({ params }: EnvironmentLayoutProps): Promise<Metadata> {
  const { environment } = await params;
  if (!isEnvironment(environment)) return {};
  const name = environmentName(environment);
  return { title: { default: name, template: `%s · ${name} · Mintkey` } };
}

export default async function EnvironmentLayout({ children, params }: EnvironmentLayoutProps) {
  const { environment } = await params;
  if (!isEnvironment(environment)) notFound();
  const viewer = await findViewer();
  if (!viewer) return <SignInFirst />;
  const collapsed = (await cookies()).get(SIDEBAR_COOKIE)?.value === "collapsed";
  const { person, organization } = viewer;
  return (
    <DashboardShell
      environment={environment}
      collapsed={collapsed}
      viewer={{ person: { name: person.name, email: person.email }, organization: { name: organization.name } }}
    >
      {children}
    </DashboardShell>
  );
}
