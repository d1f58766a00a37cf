export type Token = {
  kind: "word" | "quoted" | "text" | "sign";
  text: string;
  start: number;
  end: number;
  /** How many brackets are open around it; a bracket counts as outside of itself. */
  depth: number;
};

const SKIPPED = /(?:\s+|--[^\n]*|#[ !][^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const WORD = /[\w$\x80-\uffff]+/y;
const TEXT = /'(?:[^'\\]+|\\[\s\S]|'')*'?/y;
const QUOTED = /`(?:[^`\\]+|\\[\s\S]|``)*`?|"(?:[^"\\]+|\\[\s\S]|"")*"?/y;
const HEREDOC = /\$(\w*)\$[\s\S]*?\$\1\$/y;

/** The tokens of a statement, one after the other: what stands behind the last one asked for is never looked at. */
export function* tokensOf(statement: string): Generator<Token, void> {
  let at = 0;
  let depth = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(statement)?.[0];
  };
  for (;;) {
    at += match(SKIPPED)?.length ?? 0;
    if (at >= statement.length) return;
    const text = match(HEREDOC) ?? match(TEXT);
    const quoted = text === undefined ? match(QUOTED) : undefined;
    const word = text === undefined && quoted === undefined ? match(WORD) : undefined;
    const found = text ?? quoted ?? word ?? statement.charAt(at);
    const kind = text !== undefined ? "text" : quoted !== undefined ? "quoted" : word !== undefined ? "word" : "sign";
    if (kind === "sign" && ")]}".includes(found)) depth -= 1;
    yield { kind, text: found, start: at, end: at + found.length, depth };
    if (kind === "sign" && "([{".includes(found)) depth += 1;
    at += found.length;
  }
}

/** Whether a token is this keyword; ClickHouse does not mind the case. */
export const isWord = (token: Token | undefined, ...words: string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toUpperCase());

export const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === "sign" && token.text === sign;
