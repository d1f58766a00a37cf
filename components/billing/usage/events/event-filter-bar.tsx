"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useListPage } from "@/components/shell/list-pager";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select";
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
  const { eventName } = filters;
  const shown = eventName === undefined || names.includes(eventName) ? names : [...names, eventName];
  return (
    <div className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap">
      <div className="grid gap-2 max-md:col-span-2 md:contents">
        <SelectField
          label="Event name"
          name="event"
          value={eventName ?? ""}
          onChange={(event) => change({ event: event.target.value })}
          options={[{ value: "", label: "Any" }, ...shown.map((value) => ({ value, label: value }))]}
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
      {isFiltered ? (
        <Button variant="quiet" className="justify-self-start" onClick={clear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}
