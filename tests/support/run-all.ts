// `npm test`: every check of the house, one after the other. A failing stage does not stop the next;
// each has a limit. The last line is "N passed, N failed".
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import { prepareChromium } from "./chromium";

const root = resolve(import.meta.dirname, "../..");
const results = join(root, "test-results");
const bin = (name: string) => join(root, "node_modules", ".bin", name);

type Counts = { passed: number; failed: number };
type Stage = {
  name: string;
  command: string[];
  limitMinutes: number;
  /** Counts single tests from the report that the command wrote; without it the stage is one check. */
  count?: () => Counts;
  environment?: Record<string, string>;
};

const report = (name: string) => join(results, `${name}.json`);

function playwrightStage(project: string, limitMinutes: number): Stage {
  return {
    name: project,
    command: [
      bin("playwright"),
      "test",
      `--project=${project}`,
      "--reporter=list,json",
    ],
    limitMinutes,
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report(project) },
    count: () => countPlaywright(report(project)),
  };
}

const stages: Stage[] = [
  {
    name: "format",
    command: [bin("prettier"), "--check", "--log-level=warn", "."],
    limitMinutes: 3,
  },
  {
    name: "lint",
    command: [bin("oxlint"), "--deny-warnings"],
    limitMinutes: 2,
  },
  { name: "types", command: [bin("tsc"), "--noEmit"], limitMinutes: 5 },
  {
    name: "imports",
    command: [
      bin("depcruise"),
      "app",
      "db",
      "tests",
      "--config",
      ".dependency-cruiser.cjs",
    ],
    limitMinutes: 3,
  },
  { name: "unused", command: [bin("knip")], limitMinutes: 3 },
  {
    name: "content",
    command: ["npm", "run", "--silent", "content:check"],
    limitMinutes: 3,
  },
  {
    name: "build",
    command: [process.execPath, "app/build.mjs"],
    limitMinutes: 5,
  },
  {
    name: "tests",
    command: [
      bin("vitest"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report("vitest")}`,
    ],
    limitMinutes: 20,
    count: () => countVitest(report("vitest")),
  },
  playwrightStage("journeys", 20),
  playwrightStage("live", 15),
];

type VitestReport = {
  testResults: {
    status: string;
    name: string;
    assertionResults: { status: string }[];
  }[];
};

/** A file that could not even be loaded counts as one failure, as does an untold skip. */
function countVitest(path: string): Counts {
  const { testResults } = JSON.parse(
    readFileSync(path, "utf8"),
  ) as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" &&
      assertionResults.every((test) => test.status === "passed"),
  ).length;
  return { passed, failed: tests.length - passed + brokenFiles };
}

type PlaywrightReport = {
  stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
  errors: unknown[];
};

function countPlaywright(path: string): Counts {
  const { stats, errors } = JSON.parse(
    readFileSync(path, "utf8"),
  ) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

let running: ChildProcess | undefined;

/** Ends the stage with all that it started. */
function killStage(): void {
  if (running?.pid === undefined) return;
  try {
    process.kill(-running.pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

async function run(stage: Stage): Promise<Counts> {
  const [command = "", ...rest] = stage.command;
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    // A group of its own, so that a limit ends browsers and servers too.
    detached: true,
    env: { ...process.env, CI: "1", ...stage.environment },
  });
  running = child;
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    console.error(`${stage.name}: stopped after ${stage.limitMinutes} minutes`);
    killStage();
  }, stage.limitMinutes * 60_000);
  const code = await new Promise<number>((done) => {
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("exit", (exitCode) => done(exitCode ?? 1));
  });
  clearTimeout(limit);
  killStage();
  running = undefined;

  let counts: Counts = {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
  };
  if (stage.count) {
    try {
      counts = stage.count();
    } catch {
      counts = { passed: 0, failed: 1 };
      console.error(`${stage.name}: no report was written`);
    }
  }
  // A report that knows of no failure does not outweigh a command that failed.
  const untold =
    (code !== 0 || late || counts.passed === 0) && counts.failed === 0;
  return { passed: counts.passed, failed: counts.failed + (untold ? 1 : 0) };
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    killStage();
    process.exit(1);
  });
}

/** A port that nobody uses now; other runs of the tests on this machine get others. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

process.env.JOURNEY_PORT ??= String(await freePort());

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const browser = prepareChromium();
if (browser === null) {
  console.error(
    "No Chromium: journeys cannot run. Install one, or name it in CHROMIUM_PATH.",
  );
}

const summary: { name: string; counts: Counts; seconds: number }[] = [];
for (const stage of stages) {
  console.log(`\n── ${stage.name}`);
  const startedAt = Date.now();
  const needsBrowser = stage.name === "journeys" || stage.name === "live";
  const counts =
    needsBrowser && browser === null
      ? { passed: 0, failed: 1 }
      : await run(stage);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  summary.push({ name: stage.name, counts, seconds });
}

console.log("");
for (const { name, counts, seconds } of summary) {
  console.log(
    `${counts.failed === 0 ? "✓" : "✗"} ${name.padEnd(10)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed ${String(seconds).padStart(5)} s`,
  );
}
const total = summary.reduce(
  (sum, { counts }) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
  }),
  { passed: 0, failed: 0 },
);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
