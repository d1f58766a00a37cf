"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField, withChosen } from "@/components/ui/select";
import { everyMeterQuery } from "@/lib/client/meters";
import { usageFacetsQuery } from "@/lib/client/usage";
import { GROUP_BY_CUSTOMER, GROUP_BY_EVENT_NAME } from "@/lib/domain/usage-query";
import { ContractChip } from "../contract-chip";
import { CustomerPicker } from "../customer-picker";
import { groupWord } from "./group-names";
import { RangeFields } from "./range-fields";
import { WINDOW_WORDS } from "./usage-range";
import { useUsageFilters } from "./use-usage-filters";

/** What is counted, whose, when, in which windows and groups. */
export function UsageFilterBar() {
  const { filters, range, isFiltered, change, clear } = useUsageFilters();
  const { customerId, contractId } = filters;
  const period = contractId === undefined ? [] : [{ value: "period", label: "Contract's period" }];
  return (
    <div className="grid gap-2">
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <CountedField />
        <div className="max-md:col-span-2">
          <CustomerPicker
            name="customer"
            customerId={customerId ?? null}
            onChoose={(customer) => change({ customer, contract: null, range: null })}
            changeVerb="Clear"
            className="md:w-56"
          />
        </div>
        <RangeFields range={range} offered={period} change={change} />
        <WindowField />
        <GroupField />
      </FilterBar>
      {contractId ? <ContractChip contractId={contractId} onRemove={() => change({ contract: null })} /> : null}
    </div>
  );
}

/** A meter or the events of one name, in one list: both at once mean nothing. */
function CountedField() {
  const environment = useEnvironment();
  const { filters, change } = useUsageFilters();
  const meters = useQuery(everyMeterQuery(environment)).data ?? [];
  const names = useQuery(usageFacetsQuery(environment)).data?.eventNames ?? [];
  const options = [
    { value: "", label: "All events" },
    ...meters.map(({ id, displayName }) => ({ value: `meter ${id}`, label: displayName })),
    ...names.map((name) => ({ value: `event ${name}`, label: `Event ${name}` })),
  ];
  const { meterId, eventName } = filters;
  const chosen = meterId ? `meter ${meterId}` : eventName ? `event ${eventName}` : "";
  const choose = (value: string) => {
    const at = value.indexOf(" ");
    const [kind, name] = [value.slice(0, at), value.slice(at + 1)];
    change({ meter: kind === "meter" ? name : null, event: kind === "event" ? name : null });
  };
  return (
    <div className="max-md:col-span-2">
      <SelectField
        label="Count"
        name="count"
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={withChosen(options, chosen, meterId ?? `Event ${eventName}`)}
        className="md:w-52"
      />
    </div>
  );
}

function WindowField() {
  const { filters, windows, change } = useUsageFilters();
  return (
    <SelectField
      label="Window"
      name="window"
      value={filters.window}
      onChange={(event) => change({ window: event.target.value.toLowerCase() })}
      options={windows.map((value) => ({ value, label: WINDOW_WORDS[value] }))}
      className="md:w-28"
    />
  );
}

function GroupField() {
  const environment = useEnvironment();
  const { filters, change } = useUsageFilters();
  const properties = useQuery(usageFacetsQuery(environment)).data?.propertyNames ?? [];
  const groups = [GROUP_BY_CUSTOMER, GROUP_BY_EVENT_NAME, ...properties];
  const chosen = filters.groupBy ?? "";
  const options = [{ value: "", label: "Nothing" }, ...groups.map((value) => ({ value, label: groupWord(value) }))];
  return (
    <div className="max-md:col-span-2">
      <SelectField
        label="Group by"
        name="by"
        value={chosen}
        onChange={(event) => change({ by: event.target.value })}
        options={withChosen(options, chosen, chosen.split(",").map(groupWord).join(" · "))}
        className="md:w-40"
      />
    </div>
  );
}
