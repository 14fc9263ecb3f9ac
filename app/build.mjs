// Builds the application into build/ unless what is there was built from the same sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "build", "built-from");
const lock = join(root, ".cache", "building");
const sources = [
  "app",
  "content",
  "db",
  "public",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];

/**
 * @param {string} path
 * @returns {Promise<string[]>} the files below it, or itself, in a fixed order; none when absent
 */
async function filesBelow(path) {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.map(({ name }) => name).sort();
    const nested = names.map((name) => filesBelow(join(path, name)));
    return (await Promise.all(nested)).flat();
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === "ENOTDIR") return [path];
    if (code === "ENOENT") return [];
    throw error;
  }
}

/** @returns {Promise<string>} one hash of everything that the build reads, Node's version included */
async function hashOfSources() {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of await filesBelow(join(root, source))) {
      hash.update(`\0${file.slice(root.length)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

/** @param {string[]} command run in the project's folder; its output goes to standard error */
async function run(command) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  if (code !== 0) throw new Error(`"${command.join(" ")}" failed.`);
}

/** Packs what browsers fetch, once and well, so that no request waits for it. */
async function packFiles() {
  const packable = new Set([".js", ".css", ".svg", ".json", ".txt"]);
  for (const file of await filesBelow(join(root, "build", "client"))) {
    if (!packable.has(extname(file))) continue;
    const plain = await readFile(file);
    if (plain.byteLength < 1024) continue;
    const level = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    await writeFile(
      `${file}.br`,
      await promisify(brotliCompress)(plain, { params: level }),
    );
    await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }));
  }
}

/** @param {string} pid */
function isRunning(pid) {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Two servers of one folder that start together build once: the other waits.
 *
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  await mkdir(dirname(lock), { recursive: true });
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST")
        throw error;
      const holder = await readFile(lock, "utf8").catch(() => "");
      // A killed build leaves its lock. An empty one is being written just now.
      if (holder !== "" && !isRunning(holder)) await rm(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Builds what is not built yet. */
export async function ensureBuilt() {
  if (await isBuilt()) return;
  await alone(async () => {
    if (!(await isBuilt())) await build();
  });
}

async function isBuilt() {
  const built = await readFile(stamp, "utf8").catch(() => null);
  return built === (await hashOfSources());
}

async function build() {
  // Taken first: what changes while building is built the next time.
  const sourcesHash = await hashOfSources();
  console.error("Building the application …");
  const startedAt = Date.now();
  await rm(stamp, { force: true });
  await run([
    join("node_modules", "@remix-run", "dev", "dist", "cli.js"),
    "vite:build",
    "--logLevel",
    "warn",
  ]);
  // Vite empties build/, so lessons come after it.
  await run(["--import", "tsx", "app/cli/content-build.ts"]);
  await packFiles();
  await writeFile(stamp, sourcesHash);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.error(`Built in ${seconds} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
