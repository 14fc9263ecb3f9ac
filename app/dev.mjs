// `npm run dev`: the same server over Vite, which compiles on request. A change of a page shows at
// once; a change below app/server.ts starts the server anew inside this process.
import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { sayWhere } from "./say-where.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
process.env.NODE_ENV = "development";

const vite = await createServer({
  root,
  server: {
    middlewareMode: true,
    cors: false,
    watch: { ignored: ["**/data/**"] },
  },
});

const load = () => vite.ssrLoadModule("virtual:remix/server-build");

async function start() {
  const build = await load();
  const running = await build.entry.module.startServer({
    build: load,
    vite: vite.middlewares,
  });
  sayWhere(running);
  return running;
}

let running = await start();
let restarting = Promise.resolve();

vite.watcher.on("change", () => {
  restarting = restarting.then(restartIfChanged);
});

/** The server's own modules hold what lives as long as the process: pool, listener, streams. */
async function restartIfChanged() {
  const [server] =
    vite.moduleGraph.getModulesByFile(`${root}/app/server.ts`) ?? [];
  if (!server || server.ssrModule) return;
  await running.stop({ atOnce: true });
  try {
    running = await start();
  } catch (error) {
    console.error(error);
  }
}

process.once("SIGINT", end);
process.once("SIGTERM", end);

async function end() {
  await running.stop({ atOnce: true });
  await vite.close();
  process.exit(0);
}
