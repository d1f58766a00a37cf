"use client";

import { useEffect, useState } from "react";
import type { ApiKeyFilters } from "@/lib/client/api-keys";
import { KEY_STATUSES } from "@/lib/domain/api-key";
import { parseIpRule } from "@/lib/domain/ip-rule";

export const GROUPS = ["all", "member", "full-access", "address"] as const;
export type Group = (typeof GROUPS)[number];

export type KeyGroup = {
  group: Group | null;
  member: string;
  address: string;
  addressFault: string | null;
  change: (patch: { group?: Group; member?: string; address?: string }) => void;
  /** Null until the group is fully described. */
  filters: ApiKeyFilters | null;
};

const SETTLE_MS = 400;
const LIVE = KEY_STATUSES.filter((status) => status !== "revoked");

/** Which group of keys is meant. An address counts once its typing has settled. */
export function useKeyGroup(): KeyGroup {
  const [{ group, member, address }, setState] = useState<{ group: Group | null; member: string; address: string }>({
    group: null,
    member: "",
    address: "",
  });
  const settled = useSettled(address.trim());
  const parsed = settled === "" ? null : parseIpRule(settled);
  const canonical = parsed && "canonical" in parsed ? parsed.canonical : null;
  return {
    group,
    member,
    address,
    addressFault: parsed && "fault" in parsed ? `This ${parsed.fault}.` : null,
    change: (patch) => setState((current) => ({ ...current, ...patch })),
    filters: filtersOf(group, member, settled === address.trim() ? canonical : null),
  };
}

function filtersOf(group: Group | null, member: string, address: string | null): ApiKeyFilters | null {
  switch (group) {
    case null:
      return null;
    case "all":
      return { status: LIVE };
    case "full-access":
      return { status: LIVE, scope: ["*"] };
    case "member":
      return member === "" ? null : { status: LIVE, createdBy: [member] };
    case "address":
      return address === null ? null : { status: LIVE, usedFrom: address };
  }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
