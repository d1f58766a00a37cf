// What kind of statement a client sent, found without understanding SQL. The embedded engine reads inserted data only up to
// an empty line, and takes what follows for statements; so data never stays in a text: it goes through a file.
import { ClickHouseRefusal } from "./clickhouse-error";
import { isSign, isWord, type Token, tokensOf } from "./clickhouse-tokens";

export type Statement =
  /** An INSERT whose data follows at `dataStart`. */
  | { kind: "data"; head: string; settings: string; format: string; dataStart: number }
  /** An INSERT that reads what it stores. */
  | { kind: "insert" }
  /** A SELECT; its answer can be put into a file by what stands between `head` and `tail`. */
  | { kind: "rows"; head: string; tail: string; format: string | undefined }
  /** Anything else; `reads` when it changes nothing. */
  | { kind: "other"; reads: boolean; format: string | undefined };

const READS = ["SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS", "CHECK"];

/** `statement` is one character a byte (latin1), so that positions in it are positions in the request. */
export function statementOf(statement: string): Statement {
  const tokens = tokensOf(statement);
  const first = tokens.next();
  if (first.done) throw new ClickHouseRefusal(62, "SYNTAX_ERROR", "Syntax error: Empty query");
  if (isWord(first.value, "INSERT")) return new InsertReader(statement, tokens).read();
  const rest = [first.value, ...tokens];
  const whole = withoutEnd(rest);
  refuseFiles(whole);
  const format = formatClause(whole);
  if (!isWord(first.value, "SELECT", "WITH") && !isSign(first.value, "(")) {
    return { kind: "other", reads: isWord(first.value, ...READS), format: format?.name };
  }
  const end = whole.at(-1)?.end ?? 0;
  const cut = format?.start ?? end;
  return {
    kind: "rows",
    head: statement.slice(0, cut),
    tail: format ? statement.slice(format.end, end) : "",
    format: format?.name,
  };
}

class InsertReader {
  #token: Token | undefined;

  constructor(
    private readonly statement: string,
    private readonly tokens: Generator<Token, void>,
  ) {}

  read(): Statement {
    this.#next();
    if (isWord(this.#token, "INTO")) this.#next();
    if (isWord(this.#token, "FUNCTION")) throw notAvailable("INSERT INTO FUNCTION");
    if (isWord(this.#token, "TABLE")) this.#next();
    this.#skipName();
    if (isSign(this.#token, "(")) {
      if (isWord(this.#next(), "SELECT", "WITH")) return this.#readSelect();
      this.#skipBrackets();
    }
    const headEnd = this.#token?.start ?? this.statement.length;
    if (isWord(this.#token, "FROM")) throw notAvailable("INSERT FROM INFILE");
    while (this.#token && !(this.#token.depth === 0 && isWord(this.#token, "FORMAT", "VALUES", "SELECT", "WITH"))) {
      if (isSign(this.#token, "(") && this.#token.depth === 0) break;
      this.#next();
    }
    const keyword = this.#token;
    if (isWord(keyword, "VALUES")) return this.#data(headEnd, keyword, "Values", keyword?.end ?? 0);
    if (!isWord(keyword, "FORMAT")) return this.#readSelect();
    const name = this.#next();
    if (name?.kind !== "word")
      throw new ClickHouseRefusal(62, "SYNTAX_ERROR", "Syntax error: expected a format's name");
    return this.#data(headEnd, keyword, name.text, name.end);
  }

  #data(headEnd: number, keyword: Token | undefined, format: string, end: number): Statement {
    // As the server does it: blanks, then at most one end of a line. Everything after is data, whatever it looks like.
    const blank = /[ \t\f]*\r?\n?/y;
    blank.lastIndex = end;
    return {
      kind: "data",
      head: this.statement.slice(0, headEnd),
      settings: this.statement.slice(headEnd, keyword?.start),
      format,
      dataStart: end + (blank.exec(this.statement)?.[0].length ?? 0),
    };
  }

  #readSelect(): Statement {
    const rest = withoutEnd([...(this.#token ? [this.#token] : []), ...this.tokens]);
    refuseFiles(rest);
    const usesInput = rest.some((token, at) => isWord(token, "INPUT") && isSign(rest[at + 1], "("));
    if (usesInput) throw notAvailable("INSERT SELECT FROM input()");
    return { kind: "insert" };
  }

  #skipName(): void {
    do {
      if (isSign(this.#token, ".")) this.#next();
      const isParameter = isSign(this.#token, "{");
      this.#next();
      if (isParameter) this.#skipBrackets();
    } while (isSign(this.#token, "."));
  }

  /** From inside of the outermost brackets to behind them. */
  #skipBrackets(): void {
    while (this.#token && this.#token.depth > 0) this.#next();
    this.#next();
  }

  #next(): Token | undefined {
    const { value } = this.tokens.next();
    this.#token = value ?? undefined;
    return this.#token;
  }
}

/** Without the semicolon at the end. A second statement is refused: the engine would run it. */
function withoutEnd(tokens: Token[]): Token[] {
  const end = tokens.findIndex((token) => isSign(token, ";"));
  if (end === -1) return tokens;
  if (tokens.slice(end).every((token) => isSign(token, ";"))) return tokens.slice(0, end);
  throw new ClickHouseRefusal(62, "SYNTAX_ERROR", "Syntax error: Multi-statements are not allowed");
}

/** The files would be the server's, and with the rights of its process. */
function refuseFiles(tokens: Token[]): void {
  tokens.forEach((token, at) => {
    if (isWord(token, "INTO") && isWord(tokens[at + 1], "OUTFILE"))
      throw new ClickHouseRefusal(109, "INTO_OUTFILE_NOT_ALLOWED", "INTO OUTFILE is not allowed");
    if (isWord(token, "FROM") && isWord(tokens[at + 1], "INFILE")) throw notAvailable("INSERT FROM INFILE");
  });
}

function formatClause(tokens: Token[]): { name: string; start: number; end: number } | undefined {
  for (let at = tokens.length - 2; at >= 0; at--) {
    const [token, name, after] = tokens.slice(at, at + 3);
    if (token?.depth !== 0 || !isWord(token, "FORMAT") || name?.kind !== "word") continue;
    if (after && !isWord(after, "SETTINGS")) continue;
    return { name: name.text, start: token.start, end: name.end };
  }
  return undefined;
}

const notAvailable = (what: string) =>
  new ClickHouseRefusal(48, "NOT_IMPLEMENTED", `${what} is not available in the embedded ClickHouse`);
