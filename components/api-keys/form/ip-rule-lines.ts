import { IP_RULES_MAX, parseIpRule } from "@/lib/domain/ip-rule";

export type IpRuleFault = {
  /** As entered. */
  line: string;
  message: string;
  /** What it was probably meant to be. */
  fix: string | null;
};

type CheckedIpRules = { rules: string[]; faults: IpRuleFault[]; warnings: string[] };

const EVERYWHERE = ["0.0.0.0/0", "::/0"];

export const ipRuleLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Every line as a rule in its stored form, or as a fault; and what is right but likely unwanted. */
export function checkIpRules(text: string): CheckedIpRules {
  const rules: string[] = [];
  const faults: IpRuleFault[] = [];
  for (const line of ipRuleLines(text)) {
    const parsed = parseIpRule(line);
    if ("fault" in parsed) faults.push({ line, ...wordsOf(line, parsed) });
    else if (rules.includes(parsed.canonical)) faults.push({ line, message: `${line} is there twice.`, fix: null });
    else rules.push(parsed.canonical);
  }
  if (rules.length > IP_RULES_MAX) {
    faults.push({
      line: "",
      message: `There are ${rules.length} rules. At most ${IP_RULES_MAX} are possible.`,
      fix: null,
    });
  }
  const warnings = rules.filter((rule) => EVERYWHERE.includes(rule)).map((rule) => `${rule}: Matches every address.`);
  return { rules, faults, warnings };
}

/** The text with one line, found by what it says, written anew. */
export function withLineFixed(text: string, line: string, fix: string): string {
  return text
    .split("\n")
    .map((each) => (each.trim() === line ? fix : each))
    .join("\n");
}

/** The text with one more line at its end. */
export const withLine = (text: string, line: string): string => [...ipRuleLines(text), line].join("\n");

function wordsOf(line: string, { fault, suggestion }: { fault: string; suggestion?: string }) {
  if (suggestion) return { message: `${line}: Host bits are set. Use ${suggestion}?`, fix: suggestion };
  return { message: `${line} ${fault}.`, fix: null };
}
