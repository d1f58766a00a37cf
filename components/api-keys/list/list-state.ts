// Everything that decides which rows are shown stands in the URL: it can be shared, reloaded and reached with Back.
import { PAGE_SIZES } from "@/components/ui/pager";
import type { ApiKeyFilters } from "@/lib/client/api-keys";
import type { KeyAttention } from "@/lib/dashboard-api/schemas/api-keys";
import { type ApiKeyStatus, KEY_STATUSES } from "@/lib/domain/api-key";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { isScope, type Scope } from "@/lib/domain/scope";
import type { Search } from "@/lib/paths";

export type ListState = {
  search: string;
  status: readonly ApiKeyStatus[];
  scope: readonly Scope[];
  createdBy: readonly string[];
  attention: KeyAttention | null;
  /** Whether revoked keys stand among the others. */
  revokedShown: boolean;
  sort: string;
  size: number;
  /** The cursors of all pages up to this one, so that Newer works from the URL alone. */
  trail: readonly string[];
};

/** Of everything that shows or changes the state. */
export type FilterProps = {
  state: ListState;
  onChange: (patch: Partial<ListState>, how?: "push" | "replace") => void;
};

const ATTENTIONS: readonly KeyAttention[] = ["unused", "rotation", "expiring", "full-access"];
const SORTS = {
  name: "name",
  "-name": "-name",
  last_used: "lastUsedAt",
  "-last_used": "-lastUsedAt",
  expires: "expiresAt",
  "-expires": "-expiresAt",
  created: "createdAt",
  "-created": "-createdAt",
} as const;
const DEFAULT_SORT = "-last_used";
const DEFAULT_SIZE = PAGE_SIZES[0];
const LIVE_STATUSES = KEY_STATUSES.filter((status) => status !== "revoked");

export function listStateOf(params: URLSearchParams): ListState {
  const list = (name: string) => (params.get(name) ?? "").split(",").filter((item) => item !== "");
  const sort = params.get("sort") ?? "";
  const size = Number(params.get("size"));
  const statuses = list("status");
  return {
    search: withoutSecrets(params.get("q") ?? ""),
    status: KEY_STATUSES.filter((status) => statuses.includes(status)),
    scope: list("scope").filter(isScope),
    createdBy: list("created_by"),
    attention: ATTENTIONS.find((attention) => attention === params.get("attention")) ?? null,
    revokedShown: params.get("revoked") === "shown",
    sort: isSort(sort) ? sort : DEFAULT_SORT,
    size: PAGE_SIZES.find((each) => each === size) ?? DEFAULT_SIZE,
    trail: list("after"),
  };
}

/** What `listStateOf` reads back; what is as usual is left out. */
export function searchOf(state: ListState): Search {
  return {
    q: state.search,
    status: state.status.join(","),
    scope: state.scope.join(","),
    created_by: state.createdBy.join(","),
    attention: state.attention,
    revoked: state.revokedShown ? "shown" : null,
    sort: state.sort === DEFAULT_SORT ? null : state.sort,
    size: state.size === DEFAULT_SIZE ? null : state.size,
    after: state.trail.join(","),
  };
}

/** Nothing narrowed down, on the first page; how rows are ordered stays. */
export const withoutFilters = (state: ListState): ListState => ({
  ...state,
  search: "",
  status: [],
  scope: [],
  createdBy: [],
  attention: null,
  trail: [],
});

export const hasFilters = ({ search, status, scope, createdBy, attention }: ListState): boolean =>
  search !== "" || status.length + scope.length + createdBy.length > 0 || attention !== null;

/** What is asked of the server: the page, or without `limit` and `cursor` all that matches. */
export function filtersOf(state: ListState): ApiKeyFilters {
  const usual = state.revokedShown ? undefined : LIVE_STATUSES;
  return {
    ...narrowingOf(state),
    status: state.status.length > 0 ? state.status : usual,
    sort: isSort(state.sort) ? SORTS[state.sort] : SORTS[DEFAULT_SORT],
  };
}

/** The revoked keys that the default view leaves out, as far as the other filters would show them. */
export const hiddenFiltersOf = (state: ListState): ApiKeyFilters => ({
  ...narrowingOf(state),
  status: ["revoked"],
  limit: 1,
});

export const hidesRevoked = ({ status, revokedShown }: ListState): boolean => status.length === 0 && !revokedShown;

export const pageFiltersOf = (state: ListState): ApiKeyFilters => ({
  ...filtersOf(state),
  limit: state.size,
  cursor: state.trail.at(-1),
});

/** The text with every whole key cut to its hint, and one that lost its end on the way cut to its beginning. */
export const withoutSecrets = (text: string): string =>
  maskSecrets(text).replace(/(mk_(?:live|test)_[0-9a-f]{4})[0-9a-f]{5,}/g, "$1");

const narrowingOf = ({ search, scope, createdBy, attention }: ListState): ApiKeyFilters => ({
  search: search.trim() || undefined,
  scope: scope.length > 0 ? scope : undefined,
  createdBy: createdBy.length > 0 ? createdBy : undefined,
  attention,
});

const isSort = (word: string): word is keyof typeof SORTS => Object.hasOwn(SORTS, word);
