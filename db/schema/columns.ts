import { sql } from "drizzle-orm";
import { date, numeric, timestamp, uuid } from "drizzle-orm/pg-core";

/** The client organisation that owns a row; row-level security compares it (`db/migrations/policies.sql`). */
export const organisationId = () => uuid("organisation_id").notNull();

/** An instant, read and written as `Date`. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const createdAt = () =>
  instant("created_at")
    .notNull()
    .default(sql`now()`);

/** A calendar day as `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: "string" });

/** Money as a decimal string with two decimals; its currency stands in a column beside it. */
export const money = (name: string) =>
  numeric(name, { precision: 18, scale: 2 });

/** A share as a fraction 0 to 1, as a decimal string. */
export const share = (name: string) =>
  numeric(name, { precision: 9, scale: 6 });
