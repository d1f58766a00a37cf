"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useListPage } from "@/components/shell/list-pager";
import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField, withChosen } from "@/components/ui/select";
import { SwitchField } from "@/components/ui/switch";
import { usageFacetsQuery } from "@/lib/client/usage";
import { CustomerPicker } from "../../customer-picker";
import { RangeFields } from "../range-fields";
import { SettledField } from "./settled-field";
import { useEventFilters } from "./use-event-filters";

const ANY_TIME = [{ value: "", label: "Any time" }];

/** Name, customer, key and time of the events that are listed. */
export function EventFilterBar() {
  const environment = useEnvironment();
  const { filters, range, isFiltered, isLive, change, clear } = useEventFilters();
  const { cursor } = useListPage();
  const names = useQuery(usageFacetsQuery(environment)).data?.eventNames ?? [];
  const named = [{ value: "", label: "Any" }, ...names.map((value) => ({ value, label: value }))];
  return (
    <FilterBar isFiltered={isFiltered} onClear={clear}>
      <div className="grid gap-2 max-md:col-span-2 md:contents">
        <SelectField
          label="Event name"
          name="event"
          value={filters.eventName ?? ""}
          onChange={(event) => change({ event: event.target.value })}
          options={withChosen(named, filters.eventName)}
          className="md:w-52"
        />
        <CustomerPicker
          name="customer"
          customerId={filters.customerId ?? null}
          onChoose={(customer) => change({ customer })}
          changeVerb="Clear"
          className="md:w-56"
        />
        <SettledField
          label="Idempotency key"
          name="key"
          value={filters.idempotencyKey ?? ""}
          onSettle={(key) => change({ key }, "replace")}
        />
      </div>
      <RangeFields range={range} offered={ANY_TIME} change={change} />
      <div className="flex min-h-10 items-center md:min-h-8">
        {/* Of an older page nothing is new: turning it on leads back to the newest. */}
        <SwitchField
          label="Live"
          checked={isLive && cursor === undefined}
          onChange={(live) => change({ live: live ? null : "off" })}
        />
      </div>
    </FilterBar>
  );
}
