import { Notice } from "@/components/ui/notice";
import { type Environment, otherEnvironment } from "@/lib/domain/environment";

type LinkNoticeProps = { environment: Environment; origin: "form" | "link" | "copy"; leftOut: readonly string[] };

/** Says that somebody else may have chosen these values. */
export function LinkNotice({ environment, origin, leftOut }: LinkNoticeProps) {
  if (origin === "form" && leftOut.length === 0) return null;
  return (
    <Notice tone={leftOut.length > 0 ? "warning" : "info"}>
      {origin === "copy" ? (
        <p>Settings copied from a {otherEnvironment(environment)} key. This makes a new key with a new secret.</p>
      ) : (
        <p>A link filled in this form. Check it before you create the key.</p>
      )}
      {leftOut.length > 0 ? <p>Left out, because this form cannot hold it: {leftOut.join(", ")}.</p> : null}
    </Notice>
  );
}
