// `npm start`: builds what is not built, then serves; `--as-built` serves what is there. The process is Remix's own build: what
// app/entry.server.tsx exports, so that streams, health and pages share one copy of every module.
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { sayWhere } from "./say-where.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Folders of the project are named from its root, wherever the command is run.
process.chdir(root);
process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);

try {
  if (!process.argv.includes("--as-built")) await ensureBuilt();
  const build = await import(
    pathToFileURL(join(root, "build", "server", "index.js")).href
  );
  sayWhere(await build.entry.module.runProcess({ build }));
} catch (error) {
  sayWhy(error);
  process.exit(1);
}

/** @param {unknown} error */
function sayWhy(error) {
  if (!(error instanceof Error)) console.error(error);
  else if (error.name === "WrongEnvironment") console.error(error.message);
  else if ("code" in error && error.code === "EADDRINUSE")
    console.error("PORT takes a free port; this one is in use.");
  else console.error(error.stack);
}
