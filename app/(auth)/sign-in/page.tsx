import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { signInProviders } from "@/lib/auth/sign-in-options";
import { findViewer, isSetUp } from "@/lib/auth/viewer";
import { homePath, safeNextPath, setupPath } from "@/lib/paths";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, signed_out, error } = await searchParams;
  if (!(await isSetUp())) redirect(setupPath());
  const target = safeNextPath(typeof next === "string" ? next : null);
  if (await findViewer()) redirect(target ?? homePath());
  return (
    <>
      <h1 className="text-xl">Sign in</h1>
      {signed_out ? <Notice role="status">You are signed out.</Notice> : null}
      {error ? (
        <Notice tone="danger" role="alert">
          That way of signing in did not work. Nothing was changed.
        </Notice>
      ) : null}
      <SignInForm next={target} providers={signInProviders()} />
    </>
  );
}
