// A script for journeys: prepares a workshop as the demonstration's consultant on a running server.
// ORIGIN and DATA_DIR say which; one line of JSON says what was made.
import { createWorkshop } from "~/features/workshops/create-workshop.server";
import type { Mode } from "~/domain/workshops/types";
import { openDatabase } from "~/platform/database.server";
import { memberOrVisitor } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findWorkshop } from "#db/queries/workshops.server";

const origin = process.env["ORIGIN"] ?? "";
const mode = (process.env["MODE"] ?? "named") as Mode;

const signedIn = await fetch(`${origin}/sign-in`, {
  method: "POST",
  redirect: "manual",
  headers: {
    "Content-Type": "application/x-www-form-urlencoded",
    "Sec-Fetch-Site": "same-origin",
  },
  body: new URLSearchParams({
    email: "consultant@kampus.test",
    password: "kampus-demo-2026",
    to: "/",
  }),
});
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(";")[0])
  .join("; ");

const { close } = await openDatabase();
const member = await memberOrVisitor({
  request: new Request(origin, { headers: { Cookie: cookie } }),
  context: { nonce: "", requestId: "", clientIp: "", wantsData: true },
});
if (!member) throw new Error(`Not signed in: ${signedIn.status}`);
const created = await createWorkshop(
  member,
  {
    title: "Nordwoodi võtmekliendid 2027",
    theme: "strategies",
    mode,
    language: "et",
    scheduledAt: null,
    accountCount: 4,
  },
  new Date(),
);
if (!created.ok) throw new Error(created.reason);
const row = await inTenant(member.tenant, (db) =>
  findWorkshop(db, member.tenant, created.value),
);
process.stdout.write(
  `${JSON.stringify({ workshopId: created.value, joinCode: row?.joinCode, cookie })}\n`,
);
await close();
