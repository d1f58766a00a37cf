"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { everyProductQuery } from "@/lib/client/pricing";

/** What is sold: a product of before, or a new one by its name. */
export function ProductField() {
  const environment = useEnvironment();
  const [chosen, setChosen] = useState("");
  const products = useQuery(everyProductQuery(environment)).data ?? [];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label="Product"
        name="productId"
        help="Prices of one product are alternatives or parts of it."
        options={[{ value: "", label: "New product" }, ...products.map(({ id, name }) => ({ value: id, label: name }))]}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      />
      <div hidden={chosen !== ""}>
        <TextField label="Name of the product" name="productName" help="An existing product of this name is taken." />
      </div>
    </div>
  );
}
