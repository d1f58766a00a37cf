"use client";

import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { SmallTable } from "@/components/ui/small-table";
import type { UsageJson } from "@/lib/client/usage";
import { decimal, divideHalfUp } from "@/lib/domain/decimal";
import { GROUP_BY_CUSTOMER } from "@/lib/domain/usage-query";
import { count, formatNumber } from "@/lib/format";
import { quantityText } from "@/lib/money-format";
import { customerPath } from "@/lib/paths";
import { groupWord, isCustomerId, useGroupNames } from "./group-names";
import { addsUp, type UsageGroup, usageGroups } from "./usage-bars";
import { WINDOW_WORDS } from "./usage-range";

const SHOWN_MAX = 25;

/** The largest groups of a range with their figures, customers as links. */
export function UsageGroups({ usage }: { usage: UsageJson }) {
  const environment = useEnvironment();
  const groups = usageGroups(usage);
  const nameOf = useGroupNames(environment, usage.groupBy, groups);
  const place = usage.groupBy.indexOf(GROUP_BY_CUSTOMER);
  const isAdditive = addsUp(usage.aggregationType);
  const shareOf = ({ value }: UsageGroup) => {
    const total = decimal(usage.totalValue);
    return total.isZero() ? "0%" : `${divideHalfUp(decimal(value.times(100)), total, 1).toFixed(1)}%`;
  };
  const cellsOf = (group: UsageGroup) => {
    const customer = group.values[place] ?? "";
    const name = nameOf(group);
    return [
      isCustomerId(customer) ? (
        <Link
          key="name"
          href={customerPath(environment, customer)}
          className="rounded-sm text-accent-text [overflow-wrap:anywhere] hover:underline"
        >
          {name}
        </Link>
      ) : (
        <span key="name" className="[overflow-wrap:anywhere]">
          {name}
        </span>
      ),
      formatNumber(group.events),
      quantityText(group.value),
      ...(isAdditive ? [shareOf(group)] : []),
    ];
  };
  const value = isAdditive ? "Value" : `Highest ${WINDOW_WORDS[usage.window].toLowerCase()}`;
  const figures = ["Events", value, ...(isAdditive ? ["Share"] : [])];
  const title = usage.groupBy.map(groupWord).join(" · ");
  return (
    <Card
      title={title}
      description={
        groups.length > SHOWN_MAX
          ? `The largest ${SHOWN_MAX} of ${count(groups.length, "group")}. Export CSV has all of them.`
          : count(groups.length, "group")
      }
    >
      <SmallTable
        label={title}
        columns={[{ header: title }, ...figures.map((header) => ({ header, numeric: true }))]}
        rows={groups.slice(0, SHOWN_MAX).map((group) => ({ key: group.id, cells: cellsOf(group) }))}
      />
    </Card>
  );
}
