"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import type { MeterJson } from "@/lib/api/schemas/meters";
import { archiveMeter, metersQueryKey } from "@/lib/client/meters";
import { ArchiveButton } from "../archive-button";

export function ArchiveMeter({ meter }: { meter: MeterJson }) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const archive = async () => {
    await archiveMeter(environment, meter.id);
    await queryClient.invalidateQueries({ queryKey: metersQueryKey(environment) });
  };
  return (
    <ArchiveButton
      noun="meter"
      things="meters"
      name={meter.displayName}
      body="It takes no new price, and its code is free again. It still answers usage queries. Archiving cannot be undone."
      archive={archive}
    />
  );
}
