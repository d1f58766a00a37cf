import ts from "typescript";
import { expect, test } from "vitest";
import { lineOf, nodesOf, PRODUCT, SOURCES, type Source } from "./sources";

const FILE_LINES_MAX = 250;
const FUNCTION_LINES_MAX = 60;
/** Nobody reads it: a command writes it. */
const GENERATED = "lib/api-client/schema.ts";
const SAYS_NOTHING =
  /^(utils?|helpers?|common|shared|types?|misc|constants|managers?|service|data|info|index)$|-(utils?|helpers?)$/;
/** Names that Next asks for: `[...path]`, `(auth)`. */
const NEXT_FOLDER = /^(\[(\.\.\.)?\w+\]|\(\w+\))$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

test(`a file has at most ${FILE_LINES_MAX} lines`, () => {
  const long = SOURCES.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  expect(long.filter(({ path, lines }) => lines > FILE_LINES_MAX && path !== GENERATED)).toEqual([]);
});

test(`a function has at most ${FUNCTION_LINES_MAX} lines`, () => {
  expect(SOURCES.flatMap(longFunctionsOf)).toEqual([]);
});

test("no component is declared inside a component", () => {
  expect(PRODUCT.filter(({ path }) => path.endsWith(".tsx")).flatMap(nestedComponentsOf)).toEqual([]);
});

test("no file only passes on what others export", () => {
  const barrels = SOURCES.filter(({ tree }) => tree.statements.length > 0 && tree.statements.every(passesOn));
  expect(barrels.map(({ path }) => path)).toEqual([]);
});

test("a file is named after its subject, in kebab-case", () => {
  const misnamed = SOURCES.filter(({ path }) => {
    const parts = path.split("/");
    const [name = ""] = (parts.pop() ?? "").split(".");
    const isKebab = KEBAB_CASE.test(name) && parts.every((part) => KEBAB_CASE.test(part) || NEXT_FOLDER.test(part));
    return !isKebab || SAYS_NOTHING.test(name);
  });
  expect(misnamed.map(({ path }) => path)).toEqual([]);
});

function longFunctionsOf({ path, tree }: Source): string[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) return [];
    const first = lineOf(tree, node.getStart());
    const lines = lineOf(tree, node.end) - first + 1;
    return lines > FUNCTION_LINES_MAX ? [`${path}:${first} has ${lines} lines`] : [];
  });
}

function nestedComponentsOf({ path, tree }: Source): string[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const name = nameOf(node);
    if (!name || !/^[A-Z][a-z]/.test(name)) return [];
    return enclosingFunctionOf(node) ? [`${path}:${lineOf(tree, node.getStart())} ${name}`] : [];
  });
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  const isFunction = ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer);
  return isFunction && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function enclosingFunctionOf(node: ts.Node): ts.Node | undefined {
  let outer = node.parent;
  while (outer && !ts.isFunctionLike(outer)) outer = outer.parent;
  return outer;
}

const passesOn = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  (ts.isExportDeclaration(statement) && statement.exportClause !== undefined) ||
  (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined);
