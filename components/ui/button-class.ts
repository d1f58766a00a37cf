import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

// Darker under the pointer, not fainter: fading would take the words below the contrast they need.
const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-[color-mix(in_oklch,var(--accent)_90%,black)]",
  secondary: "border-control bg-surface text-text hover:bg-subtle",
  quiet: "border-transparent text-text hover:bg-subtle",
  danger:
    "border-transparent bg-danger-solid text-on-danger hover:bg-[color-mix(in_oklch,var(--danger-solid)_90%,black)]",
};

/** The look of a button, for links: `<Link className={buttonClass("primary")} href=…>`. */
export function buttonClass(variant: ButtonVariant = "secondary", extra = ""): string {
  return classNames(
    "inline-flex h-10 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border px-3 font-medium text-sm md:h-8",
    "aria-disabled:border-border aria-disabled:bg-subtle aria-disabled:text-muted aria-disabled:opacity-100",
    VARIANTS[variant],
    extra,
  );
}
