"use client";

import { useQuery } from "@tanstack/react-query";
import { customerNamesQuery } from "@/lib/client/customers";
import type { Environment } from "@/lib/domain/environment";
import { GROUP_BY_CUSTOMER, GROUP_BY_EVENT_NAME } from "@/lib/domain/usage-query";
import type { UsageGroup } from "./usage-bars";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** One request; smaller groups keep their ids. */
const NAMED_MAX = 100;

/** What a group is called: its values, customers by their names. */
export function useGroupNames(
  environment: Environment,
  groupBy: readonly string[],
  groups: readonly UsageGroup[],
): (group: UsageGroup) => string {
  const ids = customerIdsOf(groupBy, groups).slice(0, NAMED_MAX);
  const { data } = useQuery({ ...customerNamesQuery(environment, ids), enabled: ids.length > 0 });
  const place = groupBy.indexOf(GROUP_BY_CUSTOMER);
  return ({ values }) =>
    values.map((value, at) => (at === place ? data?.get(value) : undefined) ?? (value || "(none)")).join(" · ");
}

export const isCustomerId = (value: string): boolean => UUID.test(value);

/** Customers that are known, the largest first; an external id that is nobody's stands for itself. */
function customerIdsOf(groupBy: readonly string[], groups: readonly UsageGroup[]): string[] {
  const place = groupBy.indexOf(GROUP_BY_CUSTOMER);
  if (place < 0) return [];
  return [...new Set(groups.map(({ values }) => values[place] ?? "").filter(isCustomerId))];
}

/** "Customer", "Event name", or the property's own name. */
export function groupWord(name: string): string {
  if (name === GROUP_BY_CUSTOMER) return "Customer";
  return name === GROUP_BY_EVENT_NAME ? "Event name" : name;
}
