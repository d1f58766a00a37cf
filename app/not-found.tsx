import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { homePath } from "@/lib/paths";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-3 p-4 text-center">
      <h1 className="text-xl">Page not found</h1>
      <p className="text-base text-muted">Nothing lives at this address.</p>
      <Link href={homePath()} prefetch={false} className={buttonClass("primary")}>
        Open API keys
      </Link>
    </main>
  );
}
