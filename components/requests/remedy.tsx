import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import type { RequestJson } from "@/lib/dashboard-api/schemas/requests";
import { type Environment, otherEnvironment } from "@/lib/domain/environment";
import type { RequestCheck } from "@/lib/domain/request-check";
import { apiKeyPath, newApiKeyPath, referencePath } from "@/lib/paths";

type RemedyProps = { environment: Environment; request: RequestJson; check: RequestCheck };
type Way = { label: string; href: string };

/** One link to where such a request can be let through. Nothing is changed by following it. */
export function Remedy(props: RemedyProps) {
  const way = wayOf(props);
  if (!way) return null;
  return (
    <div>
      <Link href={way.href} className={buttonClass("secondary")}>
        {way.label}
      </Link>
    </div>
  );
}

function wayOf({ environment, request, check }: RemedyProps): Way | null {
  const { key, foreignKey, scope, address } = request;
  switch (check) {
    case "scope":
      return key && scope
        ? { label: `Add scope ${scope}`, href: apiKeyPath(environment, key.id, { edit: "scopes", add: scope }) }
        : null;
    case "address":
      return key && address
        ? { label: "Allow this address", href: apiKeyPath(environment, key.id, { edit: "allowedIps", add: address }) }
        : null;
    case "revoked":
      return { label: `Create ${environment} key`, href: newApiKeyPath(environment) };
    case "expired":
      return key ? { label: "Open key", href: apiKeyPath(environment, key.id) } : null;
    case "environment":
      return foreignKey ? { label: "Open key", href: apiKeyPath(otherEnvironment(environment), foreignKey.id) } : null;
    case "header":
    case "rate-limit":
    case "endpoint":
    case "input":
      return { label: "Open API reference", href: referencePath(environment) };
    default:
      return null;
  }
}
