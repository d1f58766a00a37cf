"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { RadioField } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { apiKeyOverviewQuery } from "@/lib/client/api-keys";
import { count } from "@/lib/format";
import { creatorName } from "../key-facts/creator-name";
import { GROUPS, type KeyGroup } from "./use-key-group";

/** As the list's filter names keys without a person. */
const COMMAND_LINE = "command-line";

/** Which keys: all, or those of a member, with full access, or used from an address. */
export function GroupField({ group: { group, member, address, addressFault, change } }: { group: KeyGroup }) {
  const environment = useEnvironment();
  const creators = useQuery(apiKeyOverviewQuery(environment)).data?.creators ?? [];
  return (
    <>
      <RadioField
        label="Which keys?"
        name="group"
        value={group}
        options={[
          { value: "all", label: `All keys of ${environment}` },
          { value: "member", label: "Created by a member" },
          { value: "full-access", label: "With full access" },
          { value: "address", label: "Used from an address or network" },
        ]}
        onChange={(chosen) => change({ group: GROUPS.find((each) => each === chosen) })}
      />
      {group === "member" ? (
        <SelectField
          label="Member"
          name="member"
          value={member}
          onChange={(event) => change({ member: event.target.value })}
          options={[
            { value: "", label: "Choose a member", disabled: true },
            ...creators.map(({ id, name, keys }) => ({
              value: id ?? COMMAND_LINE,
              label: `${creatorName({ id, name })} (${count(keys, "key")})`,
            })),
          ]}
        />
      ) : null}
      {group === "address" ? (
        <TextField
          label="Address or network"
          name="address"
          mono
          placeholder="203.0.113.7 or 203.0.113.0/24"
          value={address}
          error={addressFault}
          onChange={(event) => change({ address: event.target.value })}
        />
      ) : null}
    </>
  );
}
