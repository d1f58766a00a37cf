import { Archive, CircleCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";

export function ArchiveBadge({ archived }: { archived: boolean }) {
  return archived ? (
    <Badge icon={Archive}>Archived</Badge>
  ) : (
    <Badge tone="success" icon={CircleCheck}>
      Active
    </Badge>
  );
}
