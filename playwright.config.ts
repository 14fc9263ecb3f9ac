import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, findChromium } from "./tests/support/chromium";

const port = process.env.JOURNEY_PORT ?? "4310";
const executablePath = findChromium();

export default defineConfig({
  outputDir: "test-results/journeys",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "et-EE",
    timezoneId: "Europe/Tallinn",
    trace: "retain-on-failure",
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
  projects: [
    {
      name: "journeys",
      testDir: "tests/journeys",
      use: { ...devices["Desktop Chrome"], locale: "et-EE" },
    },
    {
      name: "live",
      testDir: "tests/live",
      timeout: 180_000,
      fullyParallel: false,
      use: { ...devices["Desktop Chrome"], locale: "et-EE" },
    },
  ],
  // The server that operators run, over a database of its own that ends with the run.
  webServer: {
    command: `rm -rf test-results/data-* && DATA_DIR=test-results/data-$$ PORT=${port} exec node app/start.mjs`,
    url: `http://localhost:${port}/readyz`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
  },
});
