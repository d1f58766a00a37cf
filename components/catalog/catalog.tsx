"use client";

import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { TabGroup } from "@/components/ui/tabs";
import { newMeterPath, newPlanPath, newPricePath } from "@/lib/paths";
import { MeterList } from "./meters/meter-list";
import { PlanList } from "./plans/plan-list";
import { PriceList } from "./prices/price-list";

const TABS = [
  { value: "plans", label: "Plans", noun: "plan", create: newPlanPath, list: <PlanList /> },
  { value: "prices", label: "Prices", noun: "price", create: newPricePath, list: <PriceList /> },
  { value: "meters", label: "Meters", noun: "meter", create: newMeterPath, list: <MeterList /> },
] as const;

/** What is sold and how it is counted: plans, the prices in them, and the meters below those. */
export function Catalog() {
  const environment = useEnvironment();
  const { search, change } = useUrlSearch();
  const current = TABS.find(({ value }) => value === search.get("tab")) ?? TABS[0];
  const refusal = useWriteRefusal(current.value);
  // Tabs report one click twice: on press and on focus.
  const show = (tab: string) => {
    if (tab !== current.value) change({ tab: tab === TABS[0].value ? null : tab, status: null });
  };
  return (
    <PageBody>
      <PageHeader
        title="Plans"
        breadcrumb={[{ label: "Billing" }]}
        actions={
          <CreateLink href={current.create(environment)} refusal={refusal}>
            {`Create ${current.noun}`}
          </CreateLink>
        }
      />
      <TabGroup
        label="Plans"
        value={current.value}
        onChange={show}
        tabs={TABS.map(({ value, label, list }) => ({
          value,
          label,
          content: <div className="grid min-w-0 gap-4">{list}</div>,
        }))}
      />
    </PageBody>
  );
}
