import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetupForm } from "@/components/auth/setup-form";
import { isSetUp, setupCodeNeeded } from "@/lib/auth/viewer";
import { signInPath } from "@/lib/paths";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await isSetUp()) redirect(signInPath());
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-xl">Set up Mintkey</h1>
        <p className="text-base text-muted">The first person here becomes the owner of the organization.</p>
      </div>
      <SetupForm codeNeeded={await setupCodeNeeded()} />
    </>
  );
}
