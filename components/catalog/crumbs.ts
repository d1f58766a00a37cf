import type { Crumb } from "@/components/ui/page-header";
import type { Environment } from "@/lib/domain/environment";
import { metersPath, plansPath, pricesPath } from "@/lib/paths";

export const planCrumbs = (environment: Environment): Crumb[] => [
  { label: "Billing" },
  { label: "Plans", href: plansPath(environment) },
];

export const priceCrumbs = (environment: Environment): Crumb[] => [
  ...planCrumbs(environment),
  { label: "Prices", href: pricesPath(environment) },
];

export const meterCrumbs = (environment: Environment): Crumb[] => [
  ...planCrumbs(environment),
  { label: "Meters", href: metersPath(environment) },
];
