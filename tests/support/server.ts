import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const start = fileURLToPath(new URL("../../app/start.mjs", import.meta.url));

export type LogLine = { level: string; msg: string } & Record<string, unknown>;

export type TestServer = {
  origin: string;
  port: number;
  process: ChildProcess;
  /** Everything the process has logged so far. */
  log: () => LogLine[];
  /** What a person at the terminal reads. */
  terminal: () => string;
  /** Sends the signal and waits for the end. @returns the exit code; null when it was killed. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/**
 * Runs the built server as its own process on a free port.
 *
 * @param environment on top of the usual one: which database, which origin.
 * @throws with what the process said when it ends or is not ready in time.
 */
export async function startTestServer(
  environment: Record<string, string>,
): Promise<TestServer> {
  const child = spawn(process.execPath, [start, "--as-built"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: "0",
      NODE_ENV: "production",
      ...environment,
    },
  });
  let out = "";
  let terminal = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (terminal += String(chunk)));
  const log = () =>
    out
      .split("\n")
      .filter((line) => line.startsWith("{") && line.endsWith("}"))
      .map((line) => JSON.parse(line) as LogLine);

  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The server ${why}.\n${terminal}\n${out}`));
    };
    const limit = setTimeout(() => fail("was not ready within 90 s"), 90_000);
    const ended = () => {
      clearTimeout(limit);
      fail("ended before it listened");
    };
    const look = () => {
      const line = log().find(({ msg }) => msg === "listening");
      if (!line) return;
      clearTimeout(limit);
      child.off("exit", ended);
      child.stdout.off("data", look);
      resolve(Number(line.port));
    };
    child.once("exit", ended);
    child.stdout.on("data", look);
  });

  return {
    origin: `http://localhost:${port}`,
    port,
    process: child,
    log,
    terminal: () => terminal,
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null)
        return child.exitCode;
      const ended = once(child, "exit");
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
