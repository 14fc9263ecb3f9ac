import { sql } from "drizzle-orm";
import type { Db } from "../client.server";
import { rateLimits } from "../schema";

// tenant-safe: counters carry hashed keys and nobody's data.
/**
 * Counts one event in a fixed window that all nodes share.
 *
 * @returns how many there were in this window, this one included, and when it ends.
 */
export async function countEvent(
  db: Db,
  keyHash: string,
  windowSeconds: number,
): Promise<{ count: number; windowEndsAt: Date }> {
  const window = sql`now() + make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key: keyHash, windowEndsAt: window as never, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.windowEndsAt} <= now() then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${rateLimits.windowEndsAt} <= now() then ${window} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      windowEndsAt: rateLimits.windowEndsAt,
    });
  if (!row) throw new Error("A counter was not written.");
  return row;
}

// tenant-safe: counters carry hashed keys and nobody's data.
/** Forgets a counter, e.g. after a right password. */
export async function forgetEvents(db: Db, keyHash: string): Promise<void> {
  await db.delete(rateLimits).where(sql`${rateLimits.key} = ${keyHash}`);
}
