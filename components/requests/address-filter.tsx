"use client";

import { useEffect, useRef, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { parseIpRule } from "@/lib/domain/ip-rule";

const APPLY_MS = 250;

/** An address or CIDR network. Applied while typing, once it is one. */
export function AddressFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (address: string | null) => void;
}) {
  const applied = value ?? "";
  const [typed, setTyped] = useState(applied);
  const sent = useRef(applied);
  useEffect(() => {
    if (applied === sent.current) return;
    sent.current = applied;
    setTyped(applied);
  }, [applied]);
  const fault = faultOf(typed);
  useEffect(() => {
    const wanted = typed.trim();
    if (fault || wanted === sent.current) return;
    const applying = setTimeout(() => {
      sent.current = wanted;
      onChange(wanted === "" ? null : wanted);
    }, APPLY_MS);
    return () => clearTimeout(applying);
  }, [typed, fault, onChange]);
  return (
    <TextField
      label="Address"
      name="address"
      mono
      placeholder="203.0.113.0/24"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      error={fault ?? undefined}
      className="md:w-44"
    />
  );
}

function faultOf(typed: string): string | null {
  if (typed.trim() === "") return null;
  const parsed = parseIpRule(typed.trim());
  return "fault" in parsed ? "Not an address or network yet." : null;
}
