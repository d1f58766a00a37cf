"use client";

import { useRef } from "react";
import { newIdempotencyKey } from "@/lib/client/idempotency-key";

/** One key for one body: a repeat after a lost answer makes nothing twice, and a corrected form is a new request. */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef({ body: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) last.current = { body: text, key: newIdempotencyKey() };
    return last.current.key;
  };
}
