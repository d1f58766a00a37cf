"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { announce } from "@/components/ui/live-region";
import type { ChangeCustomerBody } from "@/lib/api/schemas/customers";
import { changeCustomer, customerQuery, customersQueryKey } from "@/lib/client/customers";

/** Saves some fields of a customer; the page shows what the server answers. */
export function useChangeCustomer(customerId: string): (changes: ChangeCustomerBody) => Promise<void> {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (changes: ChangeCustomerBody) => changeCustomer(environment, customerId, changes),
    onSuccess: async (customer) => {
      queryClient.setQueryData(customerQuery(environment, customerId).queryKey, customer);
      announce("Customer saved");
      await queryClient.invalidateQueries({ queryKey: [...customersQueryKey(environment), "list"] });
    },
  });
  return async (changes) => void (await change.mutateAsync(changes));
}
