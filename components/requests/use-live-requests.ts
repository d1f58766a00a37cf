"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { announce } from "@/components/ui/live-region";
import { type RequestFilters, requestTailQuery } from "@/lib/client/requests";
import type { RequestJson } from "@/lib/dashboard-api/schemas/requests";
import { count } from "@/lib/format";

/** Servers write their requests every second, and one that could not write for a moment is late. */
const LATE_MS = 15_000;
const ANNOUNCED_EVERY_MS = 10_000;
const SHOWN_MAX = 300;

export const requestRowId = ({ requestId, at }: RequestJson): string => `${at} ${requestId}`;

type LiveInput = {
  isOn: boolean;
  filters: RequestFilters;
  /** The rows of the page, newest first. */
  rows: readonly RequestJson[] | undefined;
  /** While somebody reads, nothing moves under their eyes. */
  isHeld: boolean;
};

type Arrived = { shown: readonly RequestJson[]; waiting: readonly RequestJson[] };
const NONE: Arrived = { shown: [], waiting: [] };

/** The page's rows with those that came since, and how many wait to be shown. */
export function useLiveRequests({ isOn, filters, rows, isHeld }: LiveInput) {
  const environment = useEnvironment();
  const [arrived, setArrived] = useState(NONE);
  const newest = arrived.waiting[0] ?? arrived.shown[0] ?? rows?.[0];
  const since = useRef(() => new Date().toISOString());
  since.current = () => new Date((newest ? Date.parse(newest.at) : Date.now()) - LATE_MS).toISOString();

  const tail = useQuery({
    ...requestTailQuery(environment, filters, () => since.current()),
    enabled: isOn && rows !== undefined,
  });
  // Another page, filter or environment is another list.
  useEffect(() => setArrived(NONE), [rows, isOn, filters, environment]);

  const announcedMs = useRef(0);
  const { data } = tail;
  useEffect(() => {
    if (!isOn || !data || !rows) return;
    setArrived((before) => {
      const known = new Set([...rows, ...before.shown, ...before.waiting].map(requestRowId));
      const fresh = data.filter((row) => !known.has(requestRowId(row)));
      if (fresh.length === 0) return before;
      if (performance.now() - announcedMs.current > ANNOUNCED_EVERY_MS) {
        announcedMs.current = performance.now();
        announce(count(fresh.length, "new request"));
      }
      return isHeld
        ? { ...before, waiting: newestFirst([...fresh, ...before.waiting]) }
        : { ...before, shown: newestFirst([...fresh, ...before.shown]) };
    });
  }, [data, rows, isOn, isHeld]);

  const release = useCallback(
    () =>
      setArrived((before) =>
        before.waiting.length === 0
          ? before
          : { shown: newestFirst([...before.waiting, ...before.shown]), waiting: [] },
      ),
    [],
  );
  useEffect(() => {
    if (!isHeld) release();
  }, [isHeld, release]);
  return {
    rows: rows && newestFirst([...arrived.shown, ...rows]),
    waiting: arrived.waiting.length,
    release,
    error: isOn ? tail.error : null,
  };
}

function newestFirst(requests: readonly RequestJson[]): RequestJson[] {
  return [...requests].sort((one, other) => (requestRowId(one) < requestRowId(other) ? 1 : -1)).slice(0, SHOWN_MAX);
}
