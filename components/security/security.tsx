import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { ChangePassword } from "./change-password";
import { SampleDataCard } from "./sample-data-card";
import { Sessions } from "./sessions";

/** How this person signs in. The same in both environments. */
export function Security() {
  return (
    <PageBody>
      <PageHeader title="Security" breadcrumb={[{ label: "Settings" }]}>
        Your sign-in. It is shared by both environments.
      </PageHeader>
      <Sessions />
      <ChangePassword />
      <SampleDataCard />
    </PageBody>
  );
}
