import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const queries = resolve(import.meta.dirname, "../../db/queries");

type Exported = { name: string; parameters: string[]; comment: string };

/** What a file exports that can be called, with the comment that stands before it. */
function exportedFunctions(text: string): Exported[] {
  const source = ts.createSourceFile(
    "q.ts",
    text,
    ts.ScriptTarget.ES2022,
    true,
  );
  return source.statements.flatMap((statement): Exported[] => {
    const modifiers = ts.canHaveModifiers(statement)
      ? (ts.getModifiers(statement) ?? [])
      : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      return [];
    const comment = text.slice(
      statement.getFullStart(),
      statement.getStart(source),
    );
    const parametersOf = (called: ts.SignatureDeclaration) =>
      called.parameters.map(({ name }) => name.getText(source));
    if (ts.isFunctionDeclaration(statement)) {
      return [
        {
          name: statement.name?.text ?? "default",
          parameters: parametersOf(statement),
          comment,
        },
      ];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(
      ({ name, initializer }) =>
        initializer &&
        (ts.isArrowFunction(initializer) ||
          ts.isFunctionExpression(initializer))
          ? [
              {
                name: name.getText(source),
                parameters: parametersOf(initializer),
                comment,
              },
            ]
          : [],
    );
  });
}

/** Names of exported functions that neither take a tenant nor say why they are safe without. */
function unguarded(text: string): string[] {
  return exportedFunctions(text)
    .filter(
      ({ parameters, comment }) =>
        !parameters.includes("tenant") && !/tenant-safe: \S+/.test(comment),
    )
    .map(({ name }) => name);
}

test("every query takes the tenant or says why it is safe without", () => {
  const found = readdirSync(queries)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      unguarded(readFileSync(join(queries, name), "utf8")).map(
        (query) => `${name}: ${query}`,
      ),
    );

  expect(found).toEqual([]);
});

test("a query without a tenant is found, whichever way it is written", () => {
  expect(
    unguarded(`
      export async function findPlan(db: Db, tenant: Tenant, id: string) {}
      export async function findAnyPlan(db: Db, id: string) {}
      export const listAllPlans = async (db: Db) => [];
      /** tenant-safe: the hash of the cookie names one session */
      export async function findSession(db: Db, idHash: string) {}
      // tenant-safe:
      export function withoutReason(db: Db) {}
      function inner(db: Db) {}
      export type Row = { id: string };
    `),
  ).toEqual(["findAnyPlan", "listAllPlans", "withoutReason"]);
});
