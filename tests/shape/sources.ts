// The project's own source as text and as trees. Nothing here runs it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const FOLDERS = ["app", "components", "lib", "prisma", "scripts", "tests"];
const NOT_OURS = new Set(["node_modules", "generated", "results"]);

export type Source = {
  /** From the root of the project: `lib/domain/scope.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** The text with comments and the insides of texts blanked, so that a rule about code reads code only. */
  readonly code: string;
};

/** Every TypeScript and JavaScript file of ours. */
export const SOURCES: readonly Source[] = FOLDERS.flatMap(filesBelow)
  .concat(readdirSync(ROOT).filter((name) => /\.config\.ts$/.test(name)))
  .filter((path) => /\.(ts|tsx|mjs|mts)$/.test(path))
  .map(readSource);

/** Those that run in the product. */
export const PRODUCT = SOURCES.filter(({ path }) => /^(app|components|lib)\//.test(path));

export const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1;

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return NOT_OURS.has(entry.name) ? [] : filesBelow(path);
  });
}

/** Parsed when first asked for: most rules need only some of it. */
function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  let tree: ts.SourceFile | undefined;
  let code: string | undefined;
  return {
    path,
    text,
    get tree() {
      tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
      return tree;
    },
    get code() {
      code ??= codeOf(text, this.tree);
      return code;
    },
  };
}

function kindOf(path: string): ts.ScriptKind {
  if (path.endsWith("x")) return ts.ScriptKind.TSX;
  return path.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

function codeOf(text: string, tree: ts.SourceFile): string {
  let code = "";
  let at = 0;
  const blankTo = (end: number) => {
    code += text.slice(at, end).replace(/[^\n]/g, " ");
    at = end;
  };
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(tree);
    if (children.length > 0) {
      for (const child of children) visit(child);
      return;
    }
    blankTo(node.getStart(tree));
    if (isText(node)) blankTo(node.end);
    code += text.slice(at, node.end);
    at = node.end;
  };
  visit(tree);
  blankTo(text.length);
  return code;
}

function isText(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) ||
    ts.isTemplateLiteralToken(node) ||
    ts.isJsxText(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}
