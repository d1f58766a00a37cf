"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListSearch } from "@/components/shell/list-search";
import { DayFilter } from "@/components/ui/day-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterChip } from "@/components/ui/filter-menu";
import { SelectField, type SelectOption, withChosen } from "@/components/ui/select";
import { type AuditChain, type AuditFacets, auditFacetsQuery } from "@/lib/client/audit-log";
import { auditActionName } from "@/lib/domain/audit-sentence";
import { actorWords } from "./actor-words";

import { useAuditFilters } from "./use-audit-filters";

type AuditFilterBarProps = {
  chain: AuditChain;
  /** The name of the target that is filtered by, once an entry has told it. */
  targetName: string | undefined;
};

/** Search, actor, action and dates, and what is filtered by. */
export function AuditFilterBar({ chain, targetName }: AuditFilterBarProps) {
  const environment = useEnvironment();
  const facets = useQuery(auditFacetsQuery(environment, chain)).data;
  const { filters, isFiltered, change, clear } = useAuditFilters(chain);
  const { actor, action, target, from, to } = filters;
  return (
    <div className="grid gap-2">
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <div className="col-span-2 md:contents">
          <ListSearch label="Search names, reasons or notes" />
        </div>
        <SelectField
          label="Who"
          name="actor"
          value={actor ?? ""}
          onChange={(event) => change({ actor: event.target.value })}
          options={actorOptions(facets, actor)}
          className="md:w-44"
        />
        <SelectField
          label="Action"
          name="action"
          value={action ?? ""}
          onChange={(event) => change({ action: event.target.value })}
          options={actionOptions(facets, action)}
          className="md:w-44"
        />
        <div className="max-sm:col-span-2 md:contents">
          <DayFilter
            label="From"
            name="from"
            edge="start"
            value={from}
            onChange={(instant) => change({ from: instant }, "replace")}
          />
        </div>
        <div className="max-sm:col-span-2 md:contents">
          <DayFilter
            label="To"
            name="to"
            edge="end"
            value={to}
            onChange={(instant) => change({ to: instant }, "replace")}
          />
        </div>
      </FilterBar>
      {target ? (
        <div className="flex min-w-0">
          <FilterChip label="Target" value={targetName ?? target} onRemove={() => change({ target: null })} />
        </div>
      ) : null}
    </div>
  );
}

function actorOptions(facets: AuditFacets | undefined, chosen: string | undefined): readonly SelectOption[] {
  const found = (facets?.actors ?? []).map(({ id, name, kind }) => ({ value: id, label: actorWords({ name, kind }) }));
  return withChosen([{ value: "", label: "Anyone" }, ...found], chosen);
}

function actionOptions(facets: AuditFacets | undefined, chosen: string | undefined): readonly SelectOption[] {
  const found = (facets?.actions ?? []).map((action) => ({ value: action, label: auditActionName(action) }));
  return withChosen([{ value: "", label: "Anything" }, ...found], chosen);
}
