"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldAttributes, type FieldProps } from "./field";

export type PickerOption = {
  value: string;
  label: string;
  /** A second line that tells apart what has the same name. */
  note?: string;
};

type PickerFieldProps = FieldProps & {
  chosen: PickerOption | null;
  onChoose: (option: PickerOption | null) => void;
  /** What the text found. */
  options: readonly PickerOption[];
  text: string;
  onText: (text: string) => void;
  /** Said in the place of the options: "Searching…", "No customer matches." */
  status: string | null;
  placeholder?: string;
  /** What a click on the chosen one does: "Change" or "Clear". */
  changeVerb?: string;
  className?: string;
};

/** One of many things, found by typing: a combobox that turns into what was chosen. The form gets its value; unchosen text never passes for one. */
export function PickerField(props: PickerFieldProps) {
  const { label, name, help, error, optional, labelHidden, chosen } = props;
  const focusNext = useRef(false);
  return (
    <Field {...{ label, name, help, error, optional, labelHidden }}>
      {(attributes) =>
        chosen ? (
          <Chosen {...props} chosen={chosen} attributes={attributes} focusNext={focusNext} />
        ) : (
          <Search {...props} attributes={attributes} focusNext={focusNext} />
        )
      }
    </Field>
  );
}

type PartProps = PickerFieldProps & { attributes: FieldAttributes; focusNext: { current: boolean } };

function Chosen(props: PartProps & { chosen: PickerOption }) {
  const { chosen, onChoose, label, attributes, focusNext, changeVerb = "Change", className } = props;
  const { name, "aria-invalid": _, ...rest } = attributes;
  const button = useFocusOnce<HTMLButtonElement>(focusNext);
  const clear = () => {
    focusNext.current = true;
    onChoose(null);
  };
  return (
    <>
      <input type="hidden" name={name} value={chosen.value} />
      <button
        {...rest}
        ref={button}
        type="button"
        aria-label={`${label}: ${chosen.label}. ${changeVerb}`}
        onClick={clear}
        className={classNames(CONTROL, "flex items-center gap-2 text-left hover:bg-subtle", className)}
      >
        <span className="min-w-0 truncate font-medium">{chosen.label}</span>
        {chosen.note ? <span className="min-w-0 truncate text-muted text-xs">{chosen.note}</span> : null}
        <span className="ml-auto shrink-0 text-accent-text text-xs">{changeVerb}</span>
      </button>
    </>
  );
}

function Search({ options, text, onText, onChoose, status, placeholder, attributes, focusNext, className }: PartProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useFocusOnce<HTMLInputElement>(focusNext);
  const current = open ? options[Math.min(active, options.length - 1)] : undefined;
  const choose = (option: PickerOption) => {
    focusNext.current = true;
    onText("");
    onChoose(option);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (open) setActive((Math.min(active, options.length - 1) + step + options.length) % Math.max(1, options.length));
      setOpen(true);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      choose(current);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div className={classNames("relative", className)}>
      <input
        {...attributes}
        ref={input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open && options.length > 0}
        aria-controls={open && options.length > 0 ? listId : undefined}
        aria-activedescendant={current ? `${listId}-${current.value}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={placeholder}
        value={text}
        // Opened by a click, typing or an arrow, not by the focus: the list would cover the fault that brought it here.
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onChange={(event) => {
          setOpen(true);
          setActive(0);
          onText(event.target.value);
        }}
        className={CONTROL}
      />
      {open ? <Options {...{ listId, options, current, status, choose }} /> : null}
    </div>
  );
}

type OptionsProps = {
  listId: string;
  options: readonly PickerOption[];
  current: PickerOption | undefined;
  status: string | null;
  choose: (option: PickerOption) => void;
};

function Options({ listId, options, current, status, choose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <div className="absolute inset-x-0 top-full z-20 mt-1 min-w-56 rounded-lg border bg-surface p-1 shadow-float">
      {status ? (
        <p role="status" className="px-2 py-1.5 text-muted">
          {status}
        </p>
      ) : null}
      {options.length > 0 ? (
        <div ref={list} id={listId} role="listbox" aria-label="Matches" className="max-h-64 overflow-y-auto">
          {options.map((option) => (
            <div
              key={option.value}
              id={`${listId}-${option.value}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === current}
              // Before the input loses the focus, which would close the list under the pointer.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
              className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 py-1 hover:bg-subtle aria-selected:bg-accent-bg"
            >
              <span className="grid min-w-0 flex-1">
                <span className="truncate">{option.label}</span>
                {option.note ? <span className="truncate text-muted text-xs">{option.note}</span> : null}
              </span>
              {option === current ? <Check aria-hidden className="size-4 shrink-0 text-accent-text" /> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Takes the focus when it stands in the place of what had it. */
function useFocusOnce<Element extends HTMLElement>(focusNext: { current: boolean }) {
  const place = useRef<Element>(null);
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    place.current?.focus();
  }, [focusNext]);
  return place;
}
