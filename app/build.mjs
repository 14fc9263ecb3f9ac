// Builds the application into build/ unless what is there was built from the same sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "build", "built-from");
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

/** Builds what is not built yet. */
export async function ensureBuilt() {
  const current = await hashOfSources();
  const built = await readFile(stamp, "utf8").catch(() => null);
  if (built === current) return;
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
  await writeFile(stamp, current);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.error(`Built in ${seconds} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
