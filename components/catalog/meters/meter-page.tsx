"use client";

import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import type { ReactNode } from "react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useEventsUrl } from "@/components/shell/use-base-url";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { MeterJson } from "@/lib/api/schemas/meters";
import { meterQuery } from "@/lib/client/meters";
import { metersPath } from "@/lib/paths";
import { ArchiveBadge } from "../archive-badge";
import { meterCrumbs } from "../crumbs";
import { ArchiveMeter } from "./archive-meter";
import { sendEventCurl } from "./meter-curl";
import { MeterFacts } from "./meter-facts";
import { MeterSentence, ruleOf } from "./meter-words";
import { PricesOfMeter } from "./prices-of-meter";

type MeterPageProps = {
  meterId: string;
  /** What it counted: shown once it is known that there is such a meter. */
  children?: ReactNode;
};

/** One meter: what it counts, and how to send what counts. */
export function MeterPage({ meterId, children }: MeterPageProps) {
  const environment = useEnvironment();
  return (
    <OneThing
      query={useQuery(meterQuery(environment, meterId))}
      noun="Meter"
      icon={Gauge}
      breadcrumb={meterCrumbs(environment)}
      list={{ label: "Meters", href: metersPath(environment) }}
    >
      {(meter) => <Found meter={meter}>{children}</Found>}
    </OneThing>
  );
}

function Found({ meter, children }: { meter: MeterJson; children: ReactNode }) {
  const environment = useEnvironment();
  const archived = meter.status === "inactive";
  useDocumentTitle(meter.displayName, "Meters");
  return (
    <PageBody>
      <PageHeader
        title={meter.displayName}
        breadcrumb={meterCrumbs(environment)}
        badges={
          <>
            <EnvironmentBadge environment={environment} />
            {archived ? <ArchiveBadge archived /> : null}
          </>
        }
        actions={archived ? null : <ArchiveMeter meter={meter} />}
      >
        <MeterSentence rule={ruleOf(meter)} />
      </PageHeader>
      {archived ? (
        <Notice>This meter is archived. It still answers usage queries and takes no new price.</Notice>
      ) : null}
      {children}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title="Details">
          <MeterFacts meter={meter} />
        </Card>
        <div className="grid min-w-0 gap-6">
          <Card title="Send an event that counts" description="Replace the customer by one of yours.">
            <CountingEvent meter={meter} />
          </Card>
          <PricesOfMeter meter={meter} />
        </div>
      </div>
    </PageBody>
  );
}

function CountingEvent({ meter }: { meter: MeterJson }) {
  const environment = useEnvironment();
  const eventsUrl = useEventsUrl();
  if (!eventsUrl) return null;
  const curl = sendEventCurl(eventsUrl, environment, ruleOf(meter));
  if (!curl) return <Notice tone="warning">No event can count: the rules of this meter exclude each other.</Notice>;
  return <CodeBlock thing="curl command" code={curl} />;
}
