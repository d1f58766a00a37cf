import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { lineOf, nodesOf, SOURCES, type Source } from "./sources";

export type Import = {
  readonly from: string;
  readonly line: number;
  /** A file of ours from the root of the project, or the name of a package. */
  readonly target: string;
  readonly isOurs: boolean;
};

const known = new Set(SOURCES.map(({ path }) => path));
const ENDINGS = ["", ".ts", ".tsx", ".mts", ".json", ".css"];

/** What a file imports, exports from, or loads later; types count as well. */
export function importsOf(source: Source): Import[] {
  return [...nodesOf(source.tree)].flatMap((node) => {
    const name = nameOf(node);
    if (name === null) return [];
    const line = lineOf(source.tree, node.getStart());
    const path = pathOf(source.path, name);
    return [{ from: source.path, line, target: path ?? name, isOurs: path !== null }];
  });
}

function nameOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  return null;
}

const textOf = (node: ts.Node | undefined): string | null => (node && ts.isStringLiteral(node) ? node.text : null);

function pathOf(from: string, name: string): string | null {
  if (!name.startsWith("@/") && !name.startsWith(".")) return null;
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name).replaceAll("\\", "/");
  return ENDINGS.map((ending) => path + ending).find((whole) => known.has(whole) || existsSync(whole)) ?? path;
}
