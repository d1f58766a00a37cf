import { CopyButton } from "./copy-button";

type CopyTextProps = {
  text: string;
  /** "hint", "key id", "path". */
  thing: string;
  owner?: string;
  /** Long ids may break instead of widening their place. */
  wraps?: boolean;
};

/** A hint, id or address in mono with its copy button: `mk_live_a1b2…c3d4 ⧉`. */
export function CopyText({ text, thing, owner, wraps = false }: CopyTextProps) {
  return (
    <span className="-my-1 inline-flex min-w-0 max-w-full items-center gap-1 align-middle">
      <code className={wraps ? "min-w-0 break-all font-mono" : "whitespace-nowrap font-mono"}>{text}</code>
      <CopyButton thing={thing} owner={owner} text={text} />
    </span>
  );
}
