import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When the process began, in the system's own notation; null when no such
 * process lives. A zombie doesn't live: it only waits for its parent.
 *
 * Number and birth together name one process: numbers are used again, after a
 * container's restart even at once.
 */
export function processBirth(pid: number): string | null {
  if (process.platform !== "linux") {
    const line = ps(pid, "stat=,lstart=");
    return line === null || line.startsWith("Z")
      ? null
      : line.replace(/^\S+\s+/, "");
  }
  const stat = readProc(pid, "stat");
  if (stat === null) return null;
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  return state === "Z" || state === "X" ? null : (fields[19] ?? null);
}

/** Whether this is the PostgreSQL server of that cluster, and lives. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (processBirth(pid) === null) return false;
  if (process.platform !== "linux") {
    const line = ps(pid, "args=") ?? "";
    return /(^|\/)postgres /.test(line) && line.includes(`-D ${cluster} `);
  }
  const [program = "", ...rest] = (readProc(pid, "cmdline") ?? "").split("\0");
  return /(^|\/)postgres$/.test(program) && rest.includes(cluster);
}

function readProc(pid: number, file: "stat" | "cmdline"): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

function ps(pid: number, columns: string): string | null {
  const { stdout } = spawnSync(
    "ps",
    ["-ww", "-o", columns, "-p", String(pid)],
    {
      encoding: "utf8",
      env: {
        NODE_ENV: process.env.NODE_ENV,
        PATH: process.env.PATH,
        LC_ALL: "C",
      },
    },
  );
  return stdout?.trim() || null;
}
