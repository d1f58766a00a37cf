import type { ReactNode } from "react";

/** The column of a page inside `main`: `table` at most 1280 px, `form` at most 720 px. */
export function PageBody({ width = "table", children }: { width?: "table" | "form"; children: ReactNode }) {
  return (
    <div
      className={`mx-auto grid w-full min-w-0 content-start gap-6 ${width === "table" ? "max-w-[1280px]" : "max-w-[720px]"}`}
    >
      {children}
    </div>
  );
}
