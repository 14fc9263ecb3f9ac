import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWorkshops } from "#db/queries/workshops.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import type { Mode } from "~/domain/workshops/types";
import { homeInstant } from "~/platform/i18n/home-instant";
import { qrPicture } from "~/platform/qr.server";
import {
  makeMember,
  makeOrganisation,
  signedIn,
} from "../factories/organisation";
import { makeWorkshop } from "../factories/workshop";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";
import { joinRoom, RoomClient } from "../support/workshop-room";

let server: TestServer;

beforeAll(async () => {
  const database = await createDatabase("kampus_workshop_report");
  connect(database.appUrl);
  server = await startTestServer({
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.migrationUrl,
  });
});

afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

const brainstorm = "what-makes-key";
const canary = "Kanaarilind laulab siin";

async function page(path: string, cookie = "") {
  const answer = await fetch(server.origin + path, {
    headers: { Cookie: cookie, "Accept-Language": "en" },
    redirect: "manual",
  });
  return {
    status: answer.status,
    location: answer.headers.get("Location"),
    text: await answer.text(),
  };
}

function send(path: string, cookie: string, fields: Record<string, string>) {
  return fetch(server.origin + path, {
    method: "POST",
    headers: {
      Cookie: cookie,
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
    },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

/** A running workshop with one guest's hidden note and two other members of the organisation. */
async function runningWorkshop(mode: Mode = "named") {
  const made = await makeWorkshop({ mode });
  const lead = new RoomClient(server.origin, made.workshopId, made.cookie);
  await lead.must({ type: "set-lobby", payload: { open: true } });
  const { guest } = await joinRoom(server.origin, made.joinCode, {
    name: "Anna Allik",
  });
  if (!guest) throw new Error("Nobody joined.");
  await lead.must({ type: "start", payload: {} });
  await guest.must({
    type: "add-note",
    stepId: brainstorm,
    payload: { noteId: randomUUID(), text: canary },
  });
  const [manager, trainee] = await Promise.all(
    (["manager", "trainee"] as const).map(async (role) => {
      const { personId } = await makeMember(made.organisationId, { role });
      return signedIn(personId, made.organisationId);
    }),
  );
  return {
    ...made,
    lead,
    guest,
    manager: manager ?? "",
    trainee: trainee ?? "",
    at: (what: "report" | "screen") => `/workshops/${made.workshopId}/${what}`,
  };
}

async function closed(room: Awaited<ReturnType<typeof runningWorkshop>>) {
  await room.lead.must({
    type: "set-phase",
    stepId: brainstorm,
    payload: { phase: "revealed" },
  });
  await room.lead.must({
    type: "add-action",
    stepId: brainstorm,
    payload: {
      actionId: randomUUID(),
      text: "Meet the board",
      ownerName: "Anna Allik",
      dueOn: "2027-01-15",
      accountId: null,
    },
  });
  await room.lead.must({ type: "close-workshop", payload: {} });
}

test("the list shows an organisation its own workshops, and nobody the code of a room", async () => {
  const mine = await makeWorkshop();
  const other = await makeWorkshop();
  const { status, text } = await page("/workshops", mine.cookie);
  expect(status).toBe(200);
  expect(text).toContain(mine.workshopId);
  expect(text).not.toContain(other.workshopId);
  expect(text).not.toContain(mine.joinCode);
  const rows = await inTenant(mine.tenant, (db) =>
    listWorkshops(db, mine.tenant),
  );
  expect(rows.map(({ id }) => id)).toEqual([mine.workshopId]);
  const empty = await makeOrganisation({ role: "manager", locale: "en" });
  const none = await page(
    "/workshops",
    await signedIn(empty.personId, empty.organisationId),
  );
  expect(none.text).toContain("There are no workshops yet");
});

test("only a consultant prepares a workshop, and gets into its room", async () => {
  const made = await makeWorkshop();
  const { personId } = await makeMember(made.organisationId, {
    role: "manager",
  });
  const manager = await signedIn(personId, made.organisationId);
  expect((await page("/workshops/new", manager)).status).toBe(403);
  const fields = {
    title: "Autumn session",
    theme: "strategies",
    mode: "anonymous",
    language: "en",
    date: "2027-03-04",
    time: "09:30",
    accountCount: "2",
  };
  expect((await send("/workshops/new", manager, fields)).status).toBe(403);
  const created = await send("/workshops/new", made.cookie, fields);
  expect(created.status).toBe(302);
  const rows = await inTenant(made.tenant, (db) =>
    listWorkshops(db, made.tenant),
  );
  const row = rows.find(({ title }) => title === "Autumn session");
  expect(created.headers.get("Location")).toBe(`/workshops/${row?.id ?? ""}`);
  expect(row).toMatchObject({ mode: "anonymous", status: "draft" });
  expect(row?.scheduledAt?.toISOString()).toBe("2027-03-04T07:30:00.000Z");
  const wrong: Array<Record<string, string>> = [
    { ...fields, theme: "astrology" },
    { ...fields, mode: "secret" },
    { ...fields, accountCount: "61" },
    { ...fields, date: "", time: "09:30" },
    { ...fields, organisationId: randomUUID() },
  ];
  for (const one of wrong)
    expect((await send("/workshops/new", made.cookie, one)).status).toBe(422);
});

test("the report opens to the organisation once the workshop is closed, and to nobody else", async () => {
  const room = await runningWorkshop();
  const foreign = await makeOrganisation({ role: "manager" });
  const stranger = await signedIn(foreign.personId, foreign.organisationId);

  // Under way: those who lead see what is revealed; the others belong in the room.
  expect((await page(room.at("report"), room.cookie)).status).toBe(200);
  for (const cookie of [room.manager, room.trainee, room.guest.cookie]) {
    const early = await page(room.at("report"), cookie);
    expect(early.status).toBe(302);
    expect(early.text).not.toContain(canary);
  }
  await closed(room);
  for (const cookie of [
    room.cookie,
    room.manager,
    room.trainee,
    room.guest.cookie,
  ]) {
    const report = await page(room.at("report"), cookie);
    expect(report.status).toBe(200);
    expect(report.text).toContain(canary);
    expect(report.text).toContain("Meet the board");
    expect(report.text).toContain(`id="${brainstorm}"`);
  }
  const theirs = await page(room.at("report"), stranger);
  const absent = await page(`/workshops/${randomUUID()}/report`, stranger);
  expect(theirs.status).toBe(404);
  expect(absent.status).toBe(404);
  expect(theirs.text).not.toContain(canary);
  expect((await page(room.at("report"))).status).toBe(302);
});

test("before the reveal neither report nor screen carries a byte of a hidden note", async () => {
  const room = await runningWorkshop();
  for (const what of ["report", "screen"] as const) {
    for (const suffix of ["", ".data"]) {
      const seen = await page(room.at(what) + suffix, room.cookie);
      expect(seen.status).toBe(200);
      expect(seen.text).not.toContain(canary);
    }
  }
});

test("an anonymous workshop's report names no participant", async () => {
  const room = await runningWorkshop("anonymous");
  await closed(room);
  const { text } = await page(`${room.at("report")}.data`, room.cookie);
  const seats = (await room.lead.view()).participants.filter(
    ({ role }) => role === "participant",
  );
  expect(seats).toHaveLength(1);
  // The owner of an action was written by the room itself; no seat carries a name, no note an author.
  expect(seats[0]?.name).toBe("");
  expect(text.split("Anna Allik")).toHaveLength(2);
});

test("the results go to the plans by a manager or a consultant, once", async () => {
  const room = await runningWorkshop();
  await closed(room);
  const said = async (cookie: string) => {
    const answer = await send(room.at("report"), cookie, {});
    return { status: answer.status, text: await answer.text() };
  };
  const trainee = await said(room.trainee);
  expect(trainee.text).not.toMatch(/Saadetud \d/);
  const first = await said(room.manager);
  expect(first.status).toBe(200);
  expect(first.text).toMatch(/Saadetud \d+ ettepanek/);
  const second = await said(room.manager);
  expect(second.text).toContain("Kõik need tulemused on juba saadetud");
  const foreign = await makeOrganisation({ role: "manager" });
  const stranger = await signedIn(foreign.personId, foreign.organisationId);
  expect((await said(stranger)).status).toBe(404);
  expect(
    (await send(room.at("report"), room.manager, { extra: "1" })).status,
  ).toBe(422);
});

test("the big screen opens to a seat and to who may lead, and cannot act", async () => {
  const room = await runningWorkshop();
  const foreign = await makeOrganisation({ role: "consultant" });
  const stranger = await signedIn(foreign.personId, foreign.organisationId);
  expect((await page(room.at("screen"), room.cookie)).status).toBe(200);
  expect((await page(room.at("screen"), room.guest.cookie)).status).toBe(200);
  expect((await page(room.at("screen"), room.manager)).status).toBe(403);
  expect((await page(room.at("screen"), stranger)).status).toBe(404);
  expect((await page(room.at("screen"))).status).toBe(302);

  // A colleague who may lead opens it without a seat: the same cookie can't send a command.
  const { personId } = await makeMember(room.organisationId, {
    role: "consultant",
  });
  const colleague = await signedIn(personId, room.organisationId);
  expect((await page(room.at("screen"), colleague)).status).toBe(200);
  const screen = new RoomClient(server.origin, room.workshopId, colleague);
  const refused = await fetch(
    `${server.origin}/workshops/${room.workshopId}/command`,
    {
      method: "POST",
      headers: {
        Cookie: colleague,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
      },
      body: JSON.stringify(
        screen.prepare({ type: "set-lock", payload: { locked: true } }),
      ),
    },
  );
  expect(refused.status).toBe(404);

  // It hears how many are done, never who.
  await room.guest.must({
    type: "set-done",
    stepId: brainstorm,
    payload: { done: true },
  });
  const stream = await screen.listen("?as=screen");
  await stream.until((text) => text.includes('"done":1,"people":1'));
  expect(stream.text()).not.toContain(canary);
  stream.close();
});

test("a clock time at home becomes its instant, in winter and in summer", () => {
  const at = (day: string, time: string) =>
    homeInstant(day, time).toISOString();
  expect(at("2027-01-15", "09:00")).toBe("2027-01-15T07:00:00.000Z");
  expect(at("2027-07-15", "09:00")).toBe("2027-07-15T06:00:00.000Z");
  expect(at("2027-03-28", "00:30")).toBe("2027-03-27T22:30:00.000Z");
});

test("the code's picture is drawn in whole modules inside its square", () => {
  const { size, path } = qrPicture("http://localhost:3000/join/ABCD2345");
  expect(size).toBeGreaterThanOrEqual(21);
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)];
  expect(
    runs.every(
      ([, x, y, length]) =>
        Number(x) + Number(length) <= size && Number(y) < size,
    ),
  ).toBe(true);
  // The finder pattern's upper edge: seven dark modules at the corner.
  expect(path.startsWith("M0 0h7v1h-7z")).toBe(true);
});
