import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { CustomerJson } from "@/lib/api/schemas/customers";

/** Name, legal name, external id and tags. */
export function DetailsFields({ customer }: { customer?: CustomerJson }) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={customer?.name} required />
      <TextField label="Legal name" name="legalName" optional defaultValue={customer?.legalName ?? ""} />
      <TextField
        label="External id"
        name="externalCustomerId"
        optional
        mono
        spellCheck={false}
        help="Your own id of this customer. Usage may be sent with it, and it stays reserved for this customer for good."
        defaultValue={customer?.metadata.externalCustomerId ?? ""}
      />
      <TextArea label="Tags" name="tags" optional help="One tag a line." defaultValue={customer?.tags.join("\n")} />
    </>
  );
}
