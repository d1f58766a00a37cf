// One request in three languages. What it needs stands in variables, so that no key is ever part of a snippet.

export const LANGUAGES = [
  { value: "curl", label: "curl", thing: "curl command" },
  { value: "typescript", label: "TypeScript", thing: "TypeScript code" },
  { value: "python", label: "Python", thing: "Python code" },
] as const;

export type Language = (typeof LANGUAGES)[number]["value"];

export const isLanguage = (word: string | null): word is Language => LANGUAGES.some(({ value }) => value === word);

/** A text that is just `$NAME` stands for a variable of that name; so does `$NAME` in a path. */
export type SnippetRequest = {
  method: "get" | "post" | "patch" | "delete";
  /** With its ids filled in. */
  path: string;
  query?: readonly (readonly [name: string, value: string])[];
  body?: unknown;
  needsKey: boolean;
  idempotencyKey?: string;
};

export function writeSnippet(language: Language, request: SnippetRequest, baseUrl: string, note: string): string {
  const url = baseUrl + request.path + queryOf(request);
  if (language === "curl") return `# ${note}\n${curl(url, request)}`;
  if (language === "typescript") return `// ${note}\n${typeScript(url, request)}`;
  return `# ${note}\n${python(url, request)}`;
}

function queryOf({ query = [] }: SnippetRequest): string {
  const text = new URLSearchParams(query.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll("%3A", ":")
    .replaceAll("%24", "$");
  return text === "" ? "" : `?${text}`;
}

type Header = readonly [name: string, value: string];

function headersOf({ body, idempotencyKey, needsKey }: SnippetRequest, bearer: string): Header[] {
  return [
    ...(needsKey ? [["Authorization", bearer] as const] : []),
    ...(body === undefined ? [] : [["Content-Type", "application/json"] as const]),
    ...(idempotencyKey === undefined ? [] : [["Idempotency-Key", idempotencyKey] as const]),
  ];
}

function curl(url: string, request: SnippetRequest): string {
  const { method, body } = request;
  const isImplied = method === "get" || (method === "post" && body !== undefined);
  const lines = [
    `curl${isImplied ? "" : ` -X ${method.toUpperCase()}`} "${url}"`,
    ...headersOf(request, "Bearer $MINTKEY_API_KEY").map(([name, value]) => `  -H "${name}: ${value}"`),
    ...(body === undefined ? [] : [`  -d '${inSingleQuotes(jsonText(body)).replaceAll("\n", "\n  ")}'`]),
  ];
  return lines.join(" \\\n");
}

// A variable ends the quotes, stands in quotes of its own, and begins them again.
const inSingleQuotes = (json: string): string => json.replaceAll("'", `'\\''`).replace(/"\$([A-Z_]+)"/g, `"'"$$$1"'"`);

function typeScript(url: string, request: SnippetRequest): string {
  const { method, body } = request;
  const headers = headersOf(request, "Bearer $MINTKEY_API_KEY");
  const options = [
    ...(method === "get" ? [] : [`  method: "${method.toUpperCase()}",`]),
    ...(headers.length === 0
      ? []
      : ["  headers: {", ...headers.map(([name, value]) => `    ${nameIn(name)}: ${textIn(value)},`), "  },"]),
    ...(body === undefined ? [] : [`  body: JSON.stringify(${literal(body, TYPESCRIPT, 1)}),`]),
  ];
  const call = options.length === 0 ? textIn(url) : `${textIn(url)}, {\n${options.join("\n")}\n}`;
  return `const response = await fetch(${call});\nconsole.log(response.status, await response.json());`;
}

function python(url: string, request: SnippetRequest): string {
  const { method, body, needsKey } = request;
  const headers = headersOf(request, "Bearer $MINTKEY_API_KEY");
  const options = [
    `    ${pythonText(url)},`,
    ...(method === "get" ? [] : [`    method="${method.toUpperCase()}",`]),
    ...(headers.length === 0
      ? []
      : ["    headers={", ...headers.map(([name, value]) => `        "${name}": ${pythonText(value)},`), "    },"]),
    ...(body === undefined ? [] : [`    data=json.dumps(${literal(body, PYTHON, 1)}).encode(),`]),
  ];
  const imports = ["json", ...(needsKey || url.includes("$") ? ["os"] : []), "urllib.request"];
  return [
    ...imports.map((name) => `import ${name}`),
    "",
    `request = urllib.request.Request(\n${options.join("\n")}\n)`,
    "with urllib.request.urlopen(request) as response:",
    "    print(response.status, json.load(response))",
  ].join("\n");
}

/** JSON on several lines, with short lists on one. */
export const jsonText = (value: unknown): string => literal(value, JSON_TEXT, 0);

type Dialect = {
  indent: string;
  words: { true: string; false: string; null: string };
  name: (name: string) => string;
  text: (text: string) => string;
  /** After the last part of what stands on several lines. */
  ending: string;
};

function literal(value: unknown, dialect: Dialect, depth: number): string {
  const { indent, words, name, text, ending } = dialect;
  if (typeof value === "string") return text(value);
  if (value === null) return words.null;
  if (typeof value === "boolean") return value ? words.true : words.false;
  if (typeof value !== "object") return String(value);
  const pad = indent.repeat(depth + 1);
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, dialect, depth + 1))
    : Object.entries(value).map(([key, item]) => `${name(key)}: ${literal(item, dialect, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  if (parts.length === 0 || isFlat) return `${open}${parts.join(", ")}${close}`;
  return `${open}\n${pad}${parts.join(`,\n${pad}`)}${ending}\n${indent.repeat(depth)}${close}`;
}

const VARIABLE = /\$([A-Z][A-Z_]*)/g;

const nameIn = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

function textIn(text: string): string {
  const whole = /^\$([A-Z_]+)$/.exec(text)?.[1];
  if (whole) return `process.env.${whole}`;
  const filled = text.replace(VARIABLE, (_, name: string) => `\${process.env.${name}}`);
  return filled === text ? JSON.stringify(text) : `\`${filled}\``;
}

function pythonText(text: string): string {
  const whole = /^\$([A-Z_]+)$/.exec(text)?.[1];
  if (whole) return `os.environ["${whole}"]`;
  const filled = text.replace(VARIABLE, (_, name: string) => `{os.environ['${name}']}`);
  return filled === text ? JSON.stringify(text) : `f"${filled}"`;
}

const TYPESCRIPT: Dialect = {
  indent: "  ",
  words: { true: "true", false: "false", null: "null" },
  name: nameIn,
  text: textIn,
  ending: ",",
};

const JSON_TEXT: Dialect = {
  ...TYPESCRIPT,
  name: (name) => JSON.stringify(name),
  text: (text) => JSON.stringify(text),
  ending: "",
};

const PYTHON: Dialect = {
  indent: "    ",
  words: { true: "True", false: "False", null: "None" },
  name: (name) => JSON.stringify(name),
  text: pythonText,
  ending: ",",
};
