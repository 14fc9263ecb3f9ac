import { ensureBuilt } from "../../app/build.mjs";

/** Tests of whole answers run the server that operators run. */
export default async function setup(): Promise<void> {
  await ensureBuilt();
}
