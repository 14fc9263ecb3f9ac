import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (path: string) =>
  fileURLToPath(new URL(path, import.meta.url)).replace(/\/$/, "");

const database = "tests/support/global-setup.ts";
const built = "tests/support/ensure-built.ts";

export default defineConfig({
  resolve: { alias: { "~": folder("app"), "#db": folder("db") } },
  test: {
    reporters: ["default"],
    // Two cores are what a small machine has; more workers only wait for each other.
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "tests/{domain,content,house,platform,ui}/**/*.test.{ts,tsx}",
          ],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/{db,queries,features}/**/*.test.ts"],
          globalSetup: [database],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "routes",
          include: ["tests/routes/**/*.test.ts"],
          globalSetup: [database, built],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
