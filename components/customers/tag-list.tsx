import { Badge } from "@/components/ui/badge";

/** The tags of a customer; with `max`, the rest as a number. */
export function TagList({ tags, max = tags.length }: { tags: readonly string[]; max?: number }) {
  if (tags.length === 0) return <span className="text-muted">None</span>;
  const hidden = tags.length - max;
  return (
    <ul className="flex min-w-0 flex-wrap gap-1">
      {tags.slice(0, max).map((tag) => (
        <li key={tag} className="min-w-0 max-w-full">
          <Badge>
            <span className="max-w-40 truncate">{tag}</span>
          </Badge>
        </li>
      ))}
      {hidden > 0 ? (
        <li>
          <Badge>
            +{hidden}
            <span className="sr-only"> more</span>
          </Badge>
        </li>
      ) : null}
    </ul>
  );
}
