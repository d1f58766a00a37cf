"use client";

import { useQuery } from "@tanstack/react-query";
import { MapPin, Wand } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormState } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import { IP_RULES_MAX } from "@/lib/domain/ip-rule";
import { checkIpRules, ipRuleLines, withLine, withLineFixed } from "./ip-rule-lines";

type IpRulesFieldProps = {
  environment: Environment;
  text: string;
  onChange: (text: string) => void;
  /** A sentence that matters for these rules, such as where they came from. */
  note?: string | null;
};

/** One rule a line. A slip comes with the rule that was probably meant, one click away. */
export function IpRulesField({ environment, text, onChange, note }: IpRulesFieldProps) {
  const { faults, warnings } = checkIpRules(text);
  const shown = Boolean(useFormState().faults.allowedIps);
  const fixes = shown ? faults.flatMap(({ line, fix }) => (fix ? [{ line, fix }] : [])) : [];
  return (
    <div className="grid gap-2">
      <TextArea
        label="IP rules"
        name="allowedIps"
        optional
        mono
        rows={Math.min(12, Math.max(3, text.split("\n").length))}
        spellCheck={false}
        autoCapitalize="none"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        help={`One address or CIDR network a line, IPv4 or IPv6, at most ${IP_RULES_MAX}. Without rules any address may use the key.`}
        // A fault that a fix has cured is over, whenever the form looks again.
        error={faults.length > 0 ? undefined : ""}
      />
      {fixes.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {fixes.map(({ line, fix }) => (
            <Button key={line} icon={Wand} onClick={() => onChange(withLineFixed(text, line, fix))}>
              Use <span className="font-mono">{fix}</span>
            </Button>
          ))}
        </div>
      ) : null}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      {note ? <Notice>{note}</Notice> : null}
      <OwnAddress {...{ environment, text, onChange }} />
    </div>
  );
}

function OwnAddress({ environment, text, onChange }: Omit<IpRulesFieldProps, "note">) {
  const address = useQuery(viewerQuery(environment)).data?.clientAddress ?? null;
  const [added, setAdded] = useState(false);
  const isThere = address !== null && ipRuleLines(text).includes(address);
  const reason =
    address === null ? "The server does not know your address." : isThere && "Your address is in the list.";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        icon={MapPin}
        disabledBecause={reason}
        onClick={() => {
          if (address) onChange(withLine(text, address));
          setAdded(true);
        }}
      >
        Add my current address
      </Button>
      <p role="status" className="text-muted">
        {added ? "This is your browser's address. Your server's may differ." : ""}
      </p>
    </div>
  );
}
