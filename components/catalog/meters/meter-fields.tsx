"use client";

import { Card } from "@/components/ui/card";
import { RadioField } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { AGGREGATION_TYPES, type AggregationType } from "@/lib/domain/meter";
import { AGGREGATION_SENTENCES } from "@/lib/domain/meter-sentence";
import { FilterRows } from "./filter-rows";
import { AGGREGATION_NAMES } from "./meter-words";

const AGGREGATION_OPTIONS = AGGREGATION_TYPES.map((type) => ({
  value: type,
  label: AGGREGATION_NAMES[type],
  help: AGGREGATION_SENTENCES[type],
}));

type MeterFieldsProps = {
  aggregationType: AggregationType;
  /** A filter was added or removed. */
  onRows: () => void;
};

/** Everything a meter can have. */
export function MeterFields({ aggregationType, onRows }: MeterFieldsProps) {
  return (
    <>
      <Card title="Details">
        <TextField label="Name" name="displayName" help="For people, for instance “API calls”." />
        <TextField
          label="Code"
          name="code"
          optional
          mono
          className="uppercase"
          autoCapitalize="characters"
          spellCheck={false}
          help="For your code, such as API_CALLS. Unique among active meters."
        />
        <TextArea label="Description" name="description" optional rows={2} />
      </Card>
      <Card title="Value" description="What a period’s events come to.">
        <RadioField
          label="Aggregation"
          name="aggregationType"
          look="cards"
          labelHidden
          options={AGGREGATION_OPTIONS}
          defaultValue="SUM"
        />
        {/* Kept in the form while a count does not need it, so that trying another type loses nothing. */}
        <div hidden={aggregationType === "COUNT"}>
          <TextField
            label="Property"
            name="aggregationKey"
            mono
            autoCapitalize="none"
            spellCheck={false}
            help="The event property that is read, such as units. Events without it are left out."
          />
        </div>
      </Card>
      <Card title="Events" description="Which events count. Without a name every event does.">
        <Lines label="Event names" name="eventTypeFilter.include" help="One name a line, such as api_call." />
        <Lines label="Except" name="eventTypeFilter.exclude" help="Names that never count." />
      </Card>
      <Card title="Property filters" description="Conditions on an event’s properties. All of them must hold.">
        <FilterRows onChange={onRows} />
      </Card>
      <Card title="Groups">
        <Lines
          label="Group by"
          name="groupKeys"
          help="Up to five properties, one a line. The value is computed for each combination, and added up."
        />
      </Card>
    </>
  );
}

function Lines({ label, name, help }: { label: string; name: string; help: string }) {
  return (
    <TextArea label={label} name={name} help={help} optional rows={2} mono autoCapitalize="none" spellCheck={false} />
  );
}
