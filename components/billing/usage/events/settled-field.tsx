"use client";

import { useEffect, useRef, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { useSettled } from "../../use-settled";

type SettledFieldProps = {
  label: string;
  name: string;
  /** As in the URL. */
  value: string;
  onSettle: (value: string) => void;
};

/** A filter by an exact text, applied after a moment without typing. A whole key never reaches the URL. */
export function SettledField({ label, name, value, onSettle }: SettledFieldProps) {
  const [text, setText] = useState(value);
  const settled = useSettled(text.trim());
  const sent = useRef(value);
  const settle = useRef(onSettle);
  settle.current = onSettle;
  useEffect(() => {
    if (settled === sent.current) return;
    sent.current = settled;
    settle.current(settled);
  }, [settled]);
  // Cleared or changed from outside, by Back or a button.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  return (
    <TextField
      label={label}
      name={name}
      mono
      value={text}
      onChange={(event) => setText(maskSecrets(event.target.value))}
      className="md:w-56"
    />
  );
}
