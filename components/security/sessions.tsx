"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useEnvironment } from "@/components/shell/environment-provider";
import { signOutEverywhere } from "@/components/shell/sign-out";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/data-table-head";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { TimeAgo } from "@/components/ui/time-ago";
import { endOtherSessions, endSession, sessionsQuery } from "@/lib/client/account";
import type { SessionJson } from "@/lib/dashboard-api/schemas/account";
import { count } from "@/lib/format";
import { deviceName } from "./device-name";

/** Where this person is signed in, and the way to end it. */
export function Sessions() {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery(environment));
  const [asking, setAsking] = useState(false);
  const reload = () => queryClient.invalidateQueries({ queryKey: sessionsQuery(environment).queryKey });
  const end = useMutation({
    mutationFn: (session: SessionJson) =>
      session.isCurrent ? signOutEverywhere(queryClient) : endSession(environment, session.id),
    onSuccess: async (_, session) => {
      if (session.isCurrent) return;
      toast(`Signed out ${deviceName(session.userAgent)}.`);
      focusHeading();
    },
    onSettled: reload,
  });
  const endOthers = async () => {
    const ended = await endOtherSessions(environment);
    await reload();
    toast(`Signed out ${count(ended, "other session")}.`);
  };
  const others = sessions.data?.filter(({ isCurrent }) => !isCurrent).length ?? 0;
  return (
    <Card
      title="Sign-in sessions"
      description="Where you are signed in."
      actions={
        <Button
          disabledBecause={sessions.data && others === 0 ? "There is no other session." : null}
          onClick={() => setAsking(true)}
        >
          Sign out all others
        </Button>
      }
    >
      {end.error ? <ErrorNotice error={end.error} title="The session was not signed out." /> : null}
      <DataTable
        label="Sign-in sessions"
        columns={[...COLUMNS, endColumn(end.isPending ? end.variables.id : null, end.mutate)]}
        rows={sessions.data}
        rowId={(session) => session.id}
        pending={sessions.isPending}
        error={sessions.error}
        errorTitle="The sessions could not be loaded."
        onRetry={() => void sessions.refetch()}
        empty={<EmptyState icon={MonitorSmartphone} title="No session is open." />}
      />
      <ConfirmDialog
        open={asking}
        title="Sign out all others?"
        body={`${count(others, "other session")} of yours will have to sign in again. This one stays.`}
        verb="Sign out all others"
        busyVerb="Signing out…"
        run={endOthers}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}

const COLUMNS: readonly Column<SessionJson>[] = [
  {
    id: "device",
    header: "Device",
    cell: ({ userAgent, isCurrent }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {deviceName(userAgent)}
        {isCurrent ? <Badge tone="accent">This one</Badge> : null}
      </span>
    ),
  },
  { id: "address", header: "Address", cell: ({ ip }) => <span className="font-mono">{ip ?? "Unknown"}</span> },
  { id: "started", header: "Started", cell: ({ startedAt }) => <TimeAgo at={startedAt} /> },
  { id: "seen", header: "Last seen", cell: ({ lastSeenAt }) => <TimeAgo at={lastSeenAt} /> },
];

function endColumn(busyId: string | null, end: (session: SessionJson) => void): Column<SessionJson> {
  return {
    id: "end",
    header: "Access",
    className: "md:w-28",
    cell: (session) => (
      <Button
        aria-label={`Sign out ${deviceName(session.userAgent)}`}
        busy={busyId === session.id}
        onClick={() => end(session)}
      >
        Sign out
      </Button>
    ),
  };
}

// The row with the button is about to go, and the focus would go with it.
function focusHeading(): void {
  const heading = document.querySelector("main h1");
  if (heading instanceof HTMLElement) heading.focus();
}
