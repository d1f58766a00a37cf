"use client";

// The detail pages visited last, for the palette. Names only, kept in this tab and gone with it.
import type { Environment } from "@/lib/domain/environment";

export type RecentItem = { label: string; href: string; environment: Environment };

const RECENT_MAX = 5;
let recent: readonly RecentItem[] = [];

export function rememberRecent(item: RecentItem): void {
  recent = [item, ...recent.filter(({ href }) => href !== item.href)].slice(0, RECENT_MAX * 2);
}

export function recentItems(environment: Environment): readonly RecentItem[] {
  return recent.filter((item) => item.environment === environment).slice(0, RECENT_MAX);
}

export function forgetRecent(): void {
  recent = [];
}
