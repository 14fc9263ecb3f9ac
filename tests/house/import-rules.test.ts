import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** A small house of its own with these files, as dependency-cruiser sees it. */
async function brokenRules(files: Record<string, string>) {
  const house = mkdtempSync(join(tmpdir(), "kampus-house-"));
  try {
    symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
    for (const config of [".dependency-cruiser.cjs", "tsconfig.json"])
      copyFileSync(join(root, config), join(house, config));
    writeFileSync(join(house, "package.json"), '{"type":"module"}');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const cli = join(
      root,
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    );
    const output = await new Promise<string>((done) => {
      execFile(
        process.execPath,
        [
          cli,
          "app",
          "db",
          "--config",
          ".dependency-cruiser.cjs",
          "--output-type",
          "json",
        ],
        { cwd: house },
        (_error, stdout) => done(stdout),
      );
    });
    const { summary } = JSON.parse(output) as {
      summary: {
        violations: { rule: { name: string }; from: string; to: string }[];
      };
    };
    return summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
    );
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** The house's files, each with what it may import. */
const sound = {
  "app/domain/outcome.ts": "export const outcome = 1;",
  "app/domain/plans/plan.ts":
    'import { outcome } from "../outcome"; export const plan = outcome;',
  "db/schema.ts":
    'import { plan } from "../app/domain/plans/plan"; export const schema = plan;',
  "app/platform/mail.server.ts":
    'import { schema } from "#db/schema"; export const mail = schema;',
  "app/ui/button.ts": "export const button = 1;",
  "app/features/plans/save.server.ts":
    'import { schema } from "#db/schema"; import { mail } from "~/platform/mail.server"; export const save = [schema, mail];',
  "app/features/plans/editor.ts":
    'import { button } from "~/ui/button"; import { plan } from "~/domain/plans/plan"; export const editor = [button, plan];',
  "app/features/skills/map.ts": "export const map = 1;",
  "app/routes/plans/plan.ts":
    'import { save } from "~/features/plans/save.server"; import { editor } from "~/features/plans/editor"; export const route = [save, editor];',
};

test("a house whose imports all point downwards is accepted", async () => {
  expect(await brokenRules(sound)).toEqual([]);
});

test("each arrow that points back is refused by the rule that forbids it", async () => {
  const broken = await brokenRules({
    ...sound,
    "app/domain/planted.ts": 'import "../../db/schema";',
    "app/domain/planted-package.ts": 'import "zod";',
    "app/domain/planted-node.ts": 'import "node:crypto";',
    "db/planted.ts": 'import "../app/platform/mail.server";',
    "app/platform/planted.ts": 'import "~/features/plans/editor";',
    "app/ui/planted.ts": 'import "~/domain/plans/plan";',
    "app/features/plans/planted.ts": 'import "~/features/skills/map";',
    "app/features/plans/planted-component.tsx":
      'import type { schema } from "#db/schema"; export type Row = typeof schema;',
    "app/routes/plans/planted.ts": 'import "#db/schema";',
    "app/features/skills/planted.ts": 'import "~/routes/plans/plan";',
    "app/ui/cycle-a.ts": 'import "./cycle-b";',
    "app/ui/cycle-b.ts": 'import "./cycle-a";',
  });

  expect(broken).toEqual(
    expect.arrayContaining([
      "1-the-domain-knows-nobody: app/domain/planted.ts -> db/schema.ts",
      expect.stringMatching(/^1-.*planted-package\.ts -> /),
      expect.stringMatching(/^1-.*planted-node\.ts -> /),
      "2-db-knows-the-domain-alone: db/planted.ts -> app/platform/mail.server.ts",
      "3-platform-never-knows-a-feature: app/platform/planted.ts -> app/features/plans/editor.ts",
      "4-ui-knows-only-itself: app/ui/planted.ts -> app/domain/plans/plan.ts",
      "5-a-feature-never-knows-another: app/features/plans/planted.ts -> app/features/skills/map.ts",
      "6-only-server-files-touch-db: app/features/plans/planted-component.tsx -> db/schema.ts",
      "6-only-server-files-touch-db: app/routes/plans/planted.ts -> db/schema.ts",
      "7-nothing-imports-a-route: app/features/skills/planted.ts -> app/routes/plans/plan.ts",
      "8-no-cycles: app/ui/cycle-a.ts -> app/ui/cycle-b.ts",
    ]),
  );
});
