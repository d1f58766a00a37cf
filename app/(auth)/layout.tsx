import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 p-4 md:p-6">
      <p className="flex items-center gap-2 font-semibold text-base">
        <KeyRound aria-hidden className="size-4 text-accent-text" />
        Mintkey
      </p>
      <div className="grid gap-6 rounded-xl border bg-surface p-4 md:p-6">{children}</div>
    </main>
  );
}
