import type { ReactNode } from "react";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { MeterJson } from "@/lib/api/schemas/meters";
import { AGGREGATION_SENTENCES } from "@/lib/domain/meter-sentence";
import { AGGREGATION_NAMES } from "./meter-words";

/** A meter's settings, value by value, however many there are. */
export function MeterFacts({ meter }: { meter: MeterJson }) {
  const { code, aggregationType, aggregationKey, eventTypeFilter, propertyFilters, groupKeys } = meter;
  return (
    <Facts
      facts={[
        { label: "Meter id", value: <CopyText text={meter.id} thing="meter id" wraps /> },
        { label: "Code", value: code ? <CopyText text={code} thing="code" wraps /> : <None /> },
        { label: "Description", value: meter.description ?? <None /> },
        {
          label: "Aggregation",
          value: `${AGGREGATION_NAMES[aggregationType]}: ${lowerFirst(AGGREGATION_SENTENCES[aggregationType])}`,
        },
        ...(aggregationKey ? [{ label: "Property", value: <Code>{aggregationKey}</Code> }] : []),
        { label: "Event names", value: <Codes names={eventTypeFilter.include} none="All" /> },
        { label: "Except", value: <Codes names={eventTypeFilter.exclude} none="None" /> },
        { label: "Filters", value: <Filters filters={propertyFilters} /> },
        { label: "Grouped by", value: <Codes names={groupKeys} none="Nothing" /> },
        { label: "Created", value: <TimeAgo at={meter.createdAt} /> },
        ...(meter.archivedAt ? [{ label: "Archived", value: <TimeAgo at={meter.archivedAt} /> }] : []),
      ]}
    />
  );
}

const None = () => <span className="text-muted">None</span>;
const Code = ({ children }: { children: ReactNode }) => <code className="break-all font-mono">{children}</code>;

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function Codes({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <span className="text-muted">{none}</span>;
  return (
    <ul className="grid">
      {names.map((name) => (
        <li key={name}>
          <Code>{name}</Code>
        </li>
      ))}
    </ul>
  );
}

function Filters({ filters }: { filters: MeterJson["propertyFilters"] }) {
  if (filters.length === 0) return <None />;
  return (
    <ul className="grid gap-1">
      {filters.map((filter, at) => (
        // Two conditions may stand on one property.
        <li key={`${filter.name}-${at}`}>
          <Code>{filter.name}</Code> {conditionWords(filter)}
        </li>
      ))}
    </ul>
  );
}

function conditionWords({ exists, include, exclude }: MeterJson["propertyFilters"][number]): ReactNode {
  if (exists !== undefined) return exists ? "is present" : "is absent";
  return (
    <>
      {include ? "is one of" : "is none of"} <Code>{(include ?? exclude ?? []).map(String).join(", ")}</Code>
    </>
  );
}
