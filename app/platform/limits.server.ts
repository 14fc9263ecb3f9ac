import { createHash } from "node:crypto";
import { withKey } from "#db/client.server";
import { countEvent, forgetEvents } from "#db/queries/limits.server";

const hashed = (name: string) =>
  createHash("sha256").update(name).digest("hex");

/**
 * Counts one try under a name such as `sign-in:<e-mail>`; shared by all nodes.
 *
 * @param most tries allowed in the window.
 * @returns null while allowed, else the seconds to wait.
 */
export async function waitBeforeTry(
  name: string,
  { most, windowSeconds }: { most: number; windowSeconds: number },
): Promise<number | null> {
  const { count, windowEndsAt } = await withKey("", (db) =>
    countEvent(db, hashed(name), windowSeconds),
  );
  if (count <= most) return null;
  return Math.max(1, Math.ceil((windowEndsAt.getTime() - Date.now()) / 1000));
}

export async function forgetTries(name: string): Promise<void> {
  await withKey("", (db) => forgetEvents(db, hashed(name)));
}

/** 429 with Retry-After. */
export function tooMany(seconds: number): Response {
  return Response.json(
    { reason: "too-many", seconds },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}
