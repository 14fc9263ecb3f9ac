import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** What a test's browser runs with: no sandbox (root in a container), nothing that calls home. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of the system, of CHROMIUM_PATH, or Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const places = [
    "/usr/bin/chromium",
    process.env.CHROMIUM_PATH ?? "",
    chromium.executablePath(),
  ];
  return places.find((place) => place !== "" && existsSync(place)) ?? null;
}

/** Looks for a Chromium and installs one where that is possible; null when it is not. */
export function prepareChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  const attempts = [
    ["npx", "playwright", "install", "--with-deps", "chromium"],
    ["npx", "playwright", "install", "chromium"],
    ...(process.getuid?.() === 0
      ? [
          ["apt-get", "update"],
          [
            "apt-get",
            "install",
            "--yes",
            "--no-install-recommends",
            "chromium",
          ],
        ]
      : []),
  ];
  for (const [command = "", ...rest] of attempts) {
    try {
      execFileSync(command, rest, { stdio: "ignore", timeout: 300_000 });
    } catch {
      // The next way may work; whether any did shows below.
      continue;
    }
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  return null;
}
