"use client";

import { useEffect, useRef, useState } from "react";
import { useNow } from "./clock";
import { TextField } from "./text-field";

type DayFilterProps = {
  label: string;
  name: string;
  /** `start` gives the first instant of the chosen day, `end` the first after it. */
  edge: "start" | "end";
  /** An instant, so that a shared link finds the same entries in every time zone. */
  value: string | undefined;
  onChange: (instant: string | null) => void;
};

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_MIN = 2000;

/** A day of the reader's own calendar as one end of a span. */
export function DayFilter({ label, name, edge, value, onChange }: DayFilterProps) {
  // The server does not know the reader's time zone, so it leaves the field empty.
  const isHere = useNow() !== null;
  const applied = isHere ? dayOf(value, edge) : "";
  const [day, setDay] = useState(applied);
  const sent = useRef(applied);
  useEffect(() => {
    if (applied === sent.current) return;
    sent.current = applied;
    setDay(applied);
  }, [applied]);

  const choose = (chosen: string) => {
    setDay(chosen);
    const instant = instantOf(chosen, edge);
    if (instant === undefined) return;
    sent.current = chosen;
    onChange(instant);
  };
  return (
    <TextField
      label={label}
      name={name}
      type="date"
      value={day}
      onChange={(event) => choose(event.target.value)}
      className="md:w-36"
    />
  );
}

/** Null for no day, undefined while the year is still being typed. */
function instantOf(day: string, edge: "start" | "end"): string | null | undefined {
  if (day === "") return null;
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  if (Number(year) < YEAR_MIN) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(date) + (edge === "end" ? 1 : 0)).toISOString();
}

function dayOf(instant: string | undefined, edge: "start" | "end"): string {
  const at = new Date(instant ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return "";
  if (edge === "end") at.setMilliseconds(at.getMilliseconds() - 1);
  const [year, month, date] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
