"use client";

import { ChevronDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { SearchField } from "@/components/ui/search-field";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { count } from "@/lib/format";
import { useSectionRead } from "./use-section-read";

export type ContentsItem = { id: string; title: string; method?: string /** What a search looks at. */; text: string };
export type ContentsGroup = { title: string; items: readonly ContentsItem[] };

/** The page's own navigation: beside it on wide screens, above it and folded on others. */
export function Contents({ groups }: { groups: readonly ContentsGroup[] }) {
  const { search, change } = useUrlSearch();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const ids = useMemo(() => groups.flatMap(({ items }) => items.map(({ id }) => id)), [groups]);
  const read = useSectionRead(ids);
  useEffect(() => keepInView(place.current, read), [read]);
  const query = search.get("q") ?? "";
  const found = groups
    .map((group) => ({ ...group, items: group.items.filter(({ text }) => matches(text, query)) }))
    .filter(({ items }) => items.length > 0);
  const total = found.reduce((sum, { items }) => sum + items.length, 0);
  const goToFirst = () => {
    const first = found[0]?.items[0];
    if (query !== "" && first) window.location.hash = first.id;
  };
  return (
    <nav
      ref={place}
      aria-label="API reference"
      className="grid content-start gap-3 p-4 md:px-6 lg:sticky lg:top-[var(--header)] lg:max-h-[calc(100dvh-var(--header))] lg:overflow-y-auto lg:pr-2 xl:pl-8"
    >
      <search
        className="flex items-end gap-2"
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.target instanceof HTMLInputElement) goToFirst();
        }}
      >
        <SearchField
          label="Search the reference"
          value={query}
          accept={(typed) => maskSecrets(typed)}
          onChange={(q) => change({ q }, "replace")}
          notice={query === "" ? null : total === 0 ? `Nothing matches “${query}”.` : count(total, "result")}
        />
        <Button className="self-start lg:hidden" icon={ChevronDown} aria-expanded={open} onClick={() => setOpen(!open)}>
          Contents
        </Button>
      </search>
      <div className={classNames("grid gap-4", !open && query === "" && "max-lg:hidden")}>
        {found.map((group) => (
          <div key={group.title} className="grid gap-0.5">
            <p className="px-2 pb-1 text-muted text-xs">{group.title}</p>
            <ul className="grid gap-0.5">
              {group.items.map((item) => (
                <li key={item.id}>
                  <ContentsLink item={item} isRead={item.id === read} onFollow={() => setOpen(false)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

type ContentsLinkProps = { item: ContentsItem; isRead: boolean; onFollow: () => void };

function ContentsLink({ item: { id, title, method }, isRead, onFollow }: ContentsLinkProps) {
  return (
    <a
      href={`#${id}`}
      aria-current={isRead ? "location" : undefined}
      onClick={onFollow}
      className="flex min-h-10 items-center justify-between gap-2 rounded-md px-2 py-1 outline-offset-[-2px] hover:bg-subtle aria-[current]:bg-accent-bg aria-[current]:font-medium aria-[current]:text-accent-text lg:min-h-7"
    >
      <span className="min-w-0">{title}</span>
      {method ? <span className="shrink-0 font-mono text-muted text-xs uppercase">{method}</span> : null}
    </a>
  );
}

/** Scrolls the navigation alone, where it is long enough to hide a link; the page stays where somebody reads it. */
function keepInView(contents: HTMLElement | null, id: string | null): void {
  const link = contents?.querySelector(`a[href="#${id}"]`);
  if (!contents || !link || contents.scrollHeight <= contents.clientHeight) return;
  const [outer, inner] = [contents.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  contents.scrollTop += inner.top - outer.top - contents.clientHeight / 2;
}

function matches(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}
