"use client";

import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { useCountries } from "./use-countries";

/** The address invoices carry. All of it may stay empty; once a part is given, the first line and the country are needed. */
export function AddressFields({ address }: { address?: CustomerJson["billingAddress"] }) {
  const countries = useCountries();
  return (
    <>
      <TextField label="Address" name="billingAddress.address1" defaultValue={address?.address1} />
      <TextField
        label="Address, second line"
        name="billingAddress.address2"
        optional
        defaultValue={address?.address2}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Postal code" name="billingAddress.postalCode" optional defaultValue={address?.postalCode} />
        <TextField label="City" name="billingAddress.city" optional defaultValue={address?.city} />
        <TextField label="Region" name="billingAddress.region" optional defaultValue={address?.region} />
        <SelectField
          label="Country"
          name="billingAddress.country"
          // Made anew once the names are there: a browser may drop a choice whose option moves.
          key={countries[0]?.label}
          defaultValue={address?.country ?? ""}
          options={[{ value: "", label: "No country" }, ...countries]}
        />
      </div>
    </>
  );
}
