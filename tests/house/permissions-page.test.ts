import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { permissions, roles } from "~/domain/organisations/permissions";

test("docs/permissions.md says who may do what exactly as the guard does", () => {
  const page = readFileSync("docs/permissions.md", "utf8");
  const [header = ""] = /^\| permission .*$/m.exec(page) ?? [];
  const columns = header.split("|").map((cell) => cell.trim());
  const written = Object.fromEntries(
    [...page.matchAll(/^\| `([a-z-]+\.[a-z-]+)`.*$/gm)].map(
      ([line, permission]) => {
        const cells = line.split("|").map((cell) => cell.trim());
        const may = roles.filter(
          (role) => cells[columns.indexOf(role)] === "yes",
        );
        return [permission, may];
      },
    ),
  );
  const real = Object.fromEntries(
    Object.entries(permissions).map(([permission, may]) => [
      permission,
      roles.filter((role) => (may as ReadonlyArray<string>).includes(role)),
    ]),
  );
  expect(written).toEqual(real);
});

test("each decision has a number of its own", () => {
  const numbers = readdirSync("docs/decisions").map((name) => name.slice(0, 3));
  expect(new Set(numbers).size).toBe(numbers.length);
});
