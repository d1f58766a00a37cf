"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { CheckboxField } from "@/components/ui/checkbox";
import { DayFilter } from "@/components/ui/day-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField, type SelectOption, withChosen } from "@/components/ui/select";
import { apiKeysQuery } from "@/lib/client/api-keys";
import { requestedRoutesQuery } from "@/lib/client/requests";
import { AddressFilter } from "./address-filter";
import { useRequestFilters } from "./use-request-filters";

/** So many keys are offered, those last used first; a link may name any other. */
const KEYS_OFFERED = 100;

const STATUSES: readonly SelectOption[] = [
  { value: "", label: "Any status" },
  { value: "2xx", label: "2xx succeeded" },
  { value: "4xx", label: "4xx all" },
  { value: "400", label: "400 not valid" },
  { value: "401", label: "401 unauthorized" },
  { value: "403", label: "403 forbidden" },
  { value: "404", label: "404 not found" },
  { value: "409", label: "409 conflict" },
  { value: "429", label: "429 rate limited" },
  { value: "5xx", label: "5xx server errors" },
];

/** Status, key, endpoint, address and dates, as the URL has them. */
export function RequestFilterBar() {
  const environment = useEnvironment();
  const { filters, isFiltered, change, clear } = useRequestFilters();
  const routes = useQuery(requestedRoutesQuery(environment)).data ?? [];
  const keys = useQuery(apiKeysQuery(environment, { sort: "-lastUsedAt", limit: KEYS_OFFERED })).data?.data ?? [];
  const keyOptions = keys.map(({ id, name, hint }) => ({ value: id, label: `${name} (${hint})` }));
  return (
    <FilterBar isFiltered={isFiltered} onClear={clear}>
      <SelectField
        label="Status"
        name="status"
        value={filters.status ?? ""}
        onChange={(event) => change({ status: event.target.value })}
        options={withChosen(STATUSES, filters.status)}
        className="md:w-40"
      />
      <SelectField
        label="Key"
        name="key"
        value={filters.keyId ?? ""}
        onChange={(event) => change({ key: event.target.value })}
        options={withChosen([{ value: "", label: "Any key" }, ...keyOptions], filters.keyId)}
        className="md:w-44"
      />
      <div className="max-sm:col-span-2 md:contents">
        <SelectField
          label="Endpoint"
          name="route"
          value={filters.route ?? ""}
          onChange={(event) => change({ route: event.target.value })}
          options={withChosen([{ value: "", label: "Any endpoint" }, ...routes.map(optionOf)], filters.route)}
          className="md:w-56"
        />
      </div>
      <div className="max-sm:col-span-2 md:contents">
        <AddressFilter value={filters.address} onChange={(address) => change({ address }, "replace")} />
      </div>
      <DayFilters />
      <div className="flex min-h-8 items-center max-sm:col-span-2">
        <CheckboxField
          label="Refused only"
          checked={filters.refused === true}
          onChange={(event) => change({ refused: event.target.checked })}
        />
      </div>
    </FilterBar>
  );
}

function DayFilters() {
  const { filters, change } = useRequestFilters();
  return (
    <>
      <div className="max-sm:col-span-2 md:contents">
        <DayFilter
          label="From"
          name="from"
          edge="start"
          value={filters.start}
          onChange={(from) => change({ from }, "replace")}
        />
      </div>
      <div className="max-sm:col-span-2 md:contents">
        <DayFilter label="To" name="to" edge="end" value={filters.end} onChange={(to) => change({ to }, "replace")} />
      </div>
    </>
  );
}

const optionOf = (word: string): SelectOption => ({ value: word, label: word });
