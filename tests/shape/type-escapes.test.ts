import ts from "typescript";
import { expect, test } from "vitest";
import { lineOf, nodesOf, SOURCES } from "./sources";

const places = (isBroken: (node: ts.Node) => boolean): string[] =>
  SOURCES.flatMap(({ path, tree }) =>
    [...nodesOf(tree)].filter(isBroken).map((node) => `${path}:${lineOf(tree, node.getStart())} ${node.getText()}`),
  );

test("nothing has the type any", () => {
  expect(places((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
});

test("nothing is declared present with an exclamation mark", () => {
  const isClaim = (node: ts.Node) =>
    ts.isNonNullExpression(node) ||
    ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken !== undefined);
  expect(places(isClaim)).toEqual([]);
});

test("no value is given another type, except as const", () => {
  const isCast = (node: ts.Node) =>
    (ts.isAsExpression(node) && node.type.getText() !== "const") || ts.isTypeAssertionExpression(node);
  expect(places(isCast)).toEqual([]);
});
