"use client";

import { EditableCard } from "@/components/shell/editable-card";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ChangeCustomerBody, CustomerJson } from "@/lib/api/schemas/customers";
import { type CustomerDetails as Details, detailsForm } from "./customer-form";
import { DetailsFields } from "./details-fields";
import { TagList } from "./tag-list";
import { useChangeCustomer } from "./use-change-customer";

export function CustomerDetails({ customer }: { customer: CustomerJson }) {
  const refusal = useWriteRefusal("customers");
  const change = useChangeCustomer(customer.id);
  const save = async (details: Details) => {
    const changes = changesOf(customer, details);
    if (Object.values(changes).some((value) => value !== undefined)) await change(changes);
  };
  const { externalCustomerId } = customer.metadata;
  return (
    <EditableCard
      title="Details"
      refusal={refusal}
      schema={detailsForm}
      save={save}
      fields={() => <DetailsFields customer={customer} />}
    >
      <Facts
        facts={[
          { label: "Customer id", value: <CopyText text={customer.id} thing="customer id" wraps /> },
          { label: "Legal name", value: customer.legalName ?? <None /> },
          {
            label: "External id",
            value: externalCustomerId ? <CopyText text={externalCustomerId} thing="external id" wraps /> : <None />,
          },
          { label: "Tags", value: <TagList tags={customer.tags} /> },
          { label: "Created", value: <TimeAgo at={customer.createdAt} /> },
          { label: "Last changed", value: <TimeAgo at={customer.updatedAt} /> },
        ]}
      />
    </EditableCard>
  );
}

const None = () => <span className="text-muted">None</span>;

/** Only what differs, so that a field somebody else changed meanwhile is not put back. */
function changesOf(customer: CustomerJson, details: Details): ChangeCustomerBody {
  const { externalCustomerId } = customer.metadata;
  const hasSameTags = details.tags.join("\n") === customer.tags.join("\n");
  return {
    name: details.name === customer.name ? undefined : details.name,
    legalName: details.legalName === customer.legalName ? undefined : details.legalName,
    externalCustomerId: details.externalCustomerId === externalCustomerId ? undefined : details.externalCustomerId,
    tags: hasSameTags ? undefined : details.tags,
  };
}
