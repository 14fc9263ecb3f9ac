import { log } from "../log.server";

const told = new Set<() => void>();
let draining = false;

/**
 * Calls `tell` when the process is asked to end: long answers, such as a workshop's stream, then
 * say so to their client and finish.
 *
 * @returns a function that takes it back.
 */
export function onDrain(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

export function isDraining(): boolean {
  return draining;
}

export function startServing(): void {
  draining = false;
}

export function startDraining(): void {
  draining = true;
  for (const tell of told) {
    try {
      tell();
    } catch (error) {
      log().error({ error }, "a stream could not be told that the server ends");
    }
  }
}
