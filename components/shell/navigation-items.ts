import {
  BookOpen,
  ChartColumn,
  FilePenLine,
  KeyRound,
  Layers,
  type LucideIcon,
  ReceiptText,
  ScrollText,
  Shield,
  Users,
  Waypoints,
} from "lucide-react";
import type { Environment } from "@/lib/domain/environment";
import {
  apiKeysPath,
  auditLogPath,
  contractsPath,
  customersPath,
  invoicesPath,
  plansPath,
  referencePath,
  requestsPath,
  securityPath,
  usagePath,
} from "@/lib/paths";

export type NavigationItem = {
  label: string;
  icon: LucideIcon;
  path: (environment: Environment) => string;
  /** Pressed after `g`. */
  key: string;
};

/** What the sidebar, the palette and the shortcuts know. A new page is one line. */
export const NAVIGATION: readonly { group: string; items: readonly NavigationItem[] }[] = [
  {
    group: "Settings",
    items: [
      { label: "API keys", icon: KeyRound, path: (environment) => apiKeysPath(environment), key: "k" },
      { label: "Security", icon: Shield, path: (environment) => securityPath(environment), key: "s" },
    ],
  },
  {
    group: "Watch",
    items: [
      { label: "Usage", icon: ChartColumn, path: (environment) => usagePath(environment), key: "u" },
      { label: "Requests", icon: Waypoints, path: (environment) => requestsPath(environment), key: "r" },
      { label: "Audit log", icon: ScrollText, path: (environment) => auditLogPath(environment), key: "a" },
    ],
  },
  {
    group: "Billing",
    items: [
      { label: "Customers", icon: Users, path: (environment) => customersPath(environment), key: "c" },
      { label: "Plans", icon: Layers, path: (environment) => plansPath(environment), key: "p" },
      { label: "Contracts", icon: FilePenLine, path: (environment) => contractsPath(environment), key: "t" },
      { label: "Invoices", icon: ReceiptText, path: (environment) => invoicesPath(environment), key: "i" },
    ],
  },
  {
    group: "Developers",
    items: [{ label: "API reference", icon: BookOpen, path: (environment) => referencePath(environment), key: "d" }],
  },
];

export const NAVIGATION_ITEMS: readonly NavigationItem[] = NAVIGATION.flatMap(({ items }) => items);
