"use client";

import { Button } from "@/components/ui/button";
import { RadioField } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select";
import type { Scope } from "@/lib/domain/scope";
import {
  LEVEL_NAMES,
  LEVELS,
  type Level,
  levelExists,
  levelOf,
  RESOURCES,
  type Resource,
  withColumn,
  withLevel,
} from "./scope-levels";

type ScopeMatrixProps = { scopes: readonly Scope[]; onChange: (scopes: Scope[]) => void };

const NO_SCOPE = "No scope for this exists.";
const ROW = "grid grid-cols-[6.5rem_1fr] items-center gap-2";

/** One row a resource, None, Read, Write or Both. Each row is a select on phones. */
export function ScopeMatrix({ scopes, onChange }: ScopeMatrixProps) {
  return (
    <>
      <div className="grid gap-1 max-md:hidden">
        <div className={ROW}>
          <span className="text-muted text-xs">Set all</span>
          <div className="grid grid-cols-4 gap-1">
            {LEVELS.map((level) => (
              <Button
                key={level}
                variant="quiet"
                className="justify-start px-2 text-muted"
                aria-label={`${LEVEL_NAMES[level]} for every resource`}
                onClick={() => onChange(withColumn(level))}
              >
                {LEVEL_NAMES[level]}
              </Button>
            ))}
          </div>
        </div>
        {RESOURCES.map((resource) => (
          <MatrixRow key={resource} {...{ resource, scopes, onChange }} />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3 md:hidden">
        {RESOURCES.map((resource) => (
          <SelectField
            key={resource}
            label={resource}
            name={`narrow-${resource}`}
            value={levelOf(scopes, resource)}
            onChange={(event) => onChange(withLevel(scopes, resource, readLevel(event.target.value)))}
            options={LEVELS.map((level) => ({
              value: level,
              label: LEVEL_NAMES[level],
              disabled: !levelExists(resource, level),
            }))}
          />
        ))}
      </div>
    </>
  );
}

function MatrixRow({ resource, scopes, onChange }: ScopeMatrixProps & { resource: Resource }) {
  return (
    <div className={ROW}>
      <span aria-hidden className="font-mono">
        {resource}
      </span>
      <RadioField
        label={resource}
        labelHidden
        look="matrix"
        name={`level-${resource}`}
        value={levelOf(scopes, resource)}
        onChange={(level) => onChange(withLevel(scopes, resource, readLevel(level)))}
        options={LEVELS.map((level) => ({
          value: level,
          label: LEVEL_NAMES[level],
          disabledBecause: levelExists(resource, level) ? null : NO_SCOPE,
        }))}
      />
    </div>
  );
}

const readLevel = (word: string): Level => LEVELS.find((level) => level === word) ?? "none";
