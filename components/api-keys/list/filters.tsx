"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { FilterMenu } from "@/components/ui/filter-menu";
import { SearchField } from "@/components/ui/search-field";
import { apiKeyOverviewQuery } from "@/lib/client/api-keys";
import { KEY_STATUSES } from "@/lib/domain/api-key";
import { isScope, SCOPES } from "@/lib/domain/scope";
import { creatorName } from "../key-facts/creator-name";
import { STATUS_WORDS, scopeInWords } from "../key-facts/words";
import { FilterChips } from "./filter-chips";
import { type FilterProps, hasFilters, withoutFilters, withoutSecrets } from "./list-state";

/** The value of the filter that stands for keys without a person. */
const COMMAND_LINE = "command-line";

/** Search, the three filters and the chips of those that are on. When nothing matches, the way back stands below. */
export function ApiKeyFiltersBar({ state, onChange, isEmpty }: FilterProps & { isEmpty: boolean }) {
  const environment = useEnvironment();
  const overview = useQuery(apiKeyOverviewQuery(environment)).data;
  const creators = (overview?.creators ?? []).map(({ id, name, keys }) => ({
    value: id ?? COMMAND_LINE,
    label: creatorName({ id, name }),
    count: keys,
  }));
  const held = new Map(overview?.scopes.map(({ scope, keys }) => [scope, keys]));
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <KeySearch search={state.search} onChange={onChange} />
        <FilterMenu
          label="Status"
          options={KEY_STATUSES.map((value) => ({
            value,
            label: STATUS_WORDS[value],
            count: overview?.counts[value],
          }))}
          selected={state.status}
          onChange={(chosen) => onChange({ status: KEY_STATUSES.filter((status) => chosen.includes(status)) })}
        />
        <FilterMenu
          label="Scope"
          options={SCOPES.map((value) => ({
            value,
            label: scopeInWords(value),
            count: overview && (held.get(value) ?? 0),
          }))}
          selected={state.scope}
          onChange={(chosen) => onChange({ scope: chosen.filter(isScope) })}
        />
        <FilterMenu
          label="Created by"
          options={creators}
          selected={state.createdBy}
          onChange={(createdBy) => onChange({ createdBy })}
        />
        {hasFilters(state) && !isEmpty ? (
          <Button variant="quiet" onClick={() => onChange(withoutFilters(state))}>
            Clear filters
          </Button>
        ) : null}
      </div>
      <FilterChips state={state} onChange={onChange} creators={creators} />
    </div>
  );
}

function KeySearch({ search, onChange }: { search: string; onChange: FilterProps["onChange"] }) {
  const [cut, setCut] = useState(false);
  const settle = useCallback((text: string) => onChange({ search: text }, "replace"), [onChange]);
  const accept = (typed: string) => {
    const kept = withoutSecrets(typed);
    setCut(kept !== typed);
    return kept;
  };
  return (
    <SearchField
      label="Search name, note or hint"
      value={search}
      onChange={settle}
      accept={accept}
      notice={cut ? "That is a whole key. Searched for its hint only." : null}
    />
  );
}
