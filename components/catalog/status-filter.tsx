"use client";

import { useUrlSearch } from "@/components/shell/use-url-search";
import { SelectField } from "@/components/ui/select";

type Status = { readonly value: string; readonly label: string };

/** What `?status=` says; the first one when it says nothing known. */
export function useStatus<Value extends string>(
  options: readonly [
    { readonly value: Value; readonly label: string },
    ...{ readonly value: Value; readonly label: string }[],
  ],
): Value {
  const { search } = useUrlSearch();
  return options.find(({ value }) => value === search.get("status"))?.value ?? options[0].value;
}

/** Which of a list that knows archiving are shown, kept in `?status=`. */
export function StatusFilter({ options, value }: { options: readonly Status[]; value: string }) {
  const { change } = useUrlSearch();
  return (
    <div className="w-full md:w-52">
      <SelectField
        label="Status"
        labelHidden
        name="status"
        options={options}
        value={value}
        onChange={({ target }) => change({ status: target.value === options[0]?.value ? null : target.value })}
      />
    </div>
  );
}
