"use client";

import { useEffect, useState } from "react";

const SETTLE_MS = 250;

/** The text after a moment without typing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const settling = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(settling);
  }, [text]);
  return settled;
}
