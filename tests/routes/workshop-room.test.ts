import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mode } from "~/domain/workshops/types";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { readOperations } from "#db/queries/workshops.server";
import { makeMember, signedIn } from "../factories/organisation";
import { makeWorkshop } from "../factories/workshop";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";
import { type Asked, joinRoom, RoomClient } from "../support/workshop-room";

let server: TestServer;

beforeAll(async () => {
  const database = await createDatabase("kampus_workshop_room");
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

/** A workshop with its door open, and who leads it. */
async function openRoom(mode: Mode = "named") {
  const made = await makeWorkshop({ mode });
  const lead = new RoomClient(server.origin, made.workshopId, made.cookie);
  await lead.must({ type: "set-lobby", payload: { open: true } });
  return { ...made, lead };
}

async function runningRoom(mode: Mode = "named") {
  const room = await openRoom(mode);
  const [anna, boris] = await Promise.all([
    enter(room.joinCode, "Anna"),
    enter(room.joinCode, "Boris"),
  ]);
  await room.lead.must({ type: "start", payload: {} });
  return { ...room, anna, boris };
}

async function enter(code: string, name: string): Promise<RoomClient> {
  const { guest, status, text } = await joinRoom(server.origin, code, { name });
  if (!guest) throw new Error(`Not joined: ${status} ${text}`);
  return guest;
}

function note(text: string, noteId = randomUUID()): Asked {
  return { type: "add-note", stepId: brainstorm, payload: { noteId, text } };
}

async function logOf({
  tenant,
  workshopId,
}: Awaited<ReturnType<typeof openRoom>>) {
  return inTenant(tenant, (db) => readOperations(db, tenant, workshopId, 0));
}

test("a guest joins by the code, sees the room, and comes back to the same seat", async () => {
  const { joinCode, workshopId } = await openRoom();
  const door = await fetch(`${server.origin}/join/${joinCode}`, {
    headers: { "Accept-Language": "en" },
  });
  const page = await door.text();
  expect(door.status).toBe(200);
  expect(page).toContain("Your name is shown");
  const anna = await enter(joinCode.toLowerCase(), "Anna");
  expect(anna.workshopId).toBe(workshopId);
  const room = await anna.read(`/workshops/${workshopId}`);
  expect(room.status).toBe(200);
  expect(room.text).toContain("Anna");

  const again = await fetch(`${server.origin}/join/${joinCode}`, {
    headers: { Cookie: anna.cookie },
    redirect: "manual",
  });
  expect(again.status).toBe(302);
  expect(again.headers.get("Location")).toBe(`/workshops/${workshopId}`);
  const twice = await joinRoom(
    server.origin,
    joinCode,
    { name: "Somebody else" },
    anna.cookie,
  );
  expect(twice.guest?.cookie).toBe(anna.cookie);
  const { participants } = await anna.view();
  expect(participants.map(({ name }) => name)).not.toContain("Somebody else");
});

test("what a mode means stands on the page before the name is asked for", async () => {
  const titles: Record<Mode, string> = {
    named: "Your name is shown",
    pseudonymous: "Under a name that you choose",
    anonymous: "Nobody sees who wrote what",
  };
  for (const mode of ["named", "pseudonymous", "anonymous"] as const) {
    const { joinCode } = await openRoom(mode);
    const door = await fetch(`${server.origin}/join/${joinCode}?lng=en`);
    const page = await door.text();
    expect(page).toContain(titles[mode]);
    expect(page.includes('name="name"')).toBe(mode !== "anonymous");
  }
});

test("an anonymous room keeps no name, whatever the form was made to send", async () => {
  const room = await openRoom("anonymous");
  const { guest } = await joinRoom(server.origin, room.joinCode, {
    name: "Canary Name",
  });
  expect(guest).not.toBeNull();
  expect(JSON.stringify(await logOf(room))).not.toContain("Canary Name");
});

test.each([
  ["no name", ""],
  ["the facilitator's role", "Läbiviija"],
  ["the role in another script", "Fаcilitаtor"],
  ["only what can't be seen", "\u200b\u202e"],
  ["a NUL", "An\0na"],
  ["61 letters", "a".repeat(61)],
])("a name that is %s is refused at its field", async (_what, name) => {
  const { joinCode } = await openRoom();
  const { status, text, guest } = await joinRoom(server.origin, joinCode, {
    name,
  });
  expect(guest).toBeNull();
  expect(status).toBe(422);
  expect(text).toContain('aria-invalid="true"');
});

test("a form with a field that it doesn't have is refused and seats nobody", async () => {
  const room = await openRoom();
  const { guest, status } = await joinRoom(server.origin, room.joinCode, {
    name: "Anna",
    role: "facilitator",
  } as { name: string });
  expect(guest).toBeNull();
  expect(status).toBe(422);
  expect((await logOf(room)).map(({ type }) => type)).not.toContain("join");
});

test("a room that isn't open, is locked or is over says so, and lets nobody in", async () => {
  const made = await makeWorkshop();
  const lead = new RoomClient(server.origin, made.workshopId, made.cookie);
  const door = async () =>
    (await fetch(`${server.origin}/join/${made.joinCode}?lng=en`)).text();
  const tries = async (name: string) => {
    const { status, guest } = await joinRoom(server.origin, made.joinCode, {
      name,
    });
    return [status, guest];
  };
  expect(await door()).toContain("The room isn&#x27;t open yet.");
  expect(await tries("Early")).toEqual([409, null]);

  await lead.must({ type: "set-lobby", payload: { open: true } });
  await enter(made.joinCode, "Anna");
  await lead.must({ type: "start", payload: {} });
  await lead.must({ type: "set-lock", payload: { locked: true } });
  expect(await door()).toContain("The room is locked at the moment.");
  expect(await tries("Locked out")).toEqual([409, null]);

  await lead.must({ type: "set-lock", payload: { locked: false } });
  await lead.must({ type: "set-lobby", payload: { open: false } });
  expect(await door()).toContain("takes nobody in at the moment");
  expect(await tries("Too late")).toEqual([409, null]);

  await lead.must({ type: "close-workshop", payload: {} });
  expect(await door()).toContain("This workshop is over.");
  expect(await tries("Over")).toEqual([409, null]);
});

test("a wrong code is answered alike, and the twentieth has to wait; a right one from the same address gets in", async () => {
  const { joinCode } = await openRoom();
  const guess = (code: string) =>
    fetch(`${server.origin}/join`, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        Accept: "text/html",
      },
      body: new URLSearchParams({ code }),
      redirect: "manual",
    });
  const answers: Array<{ status: number; wait: string | null }> = [];
  for (let tried = 0; tried < 20; tried += 1) {
    const letter = "23456789ABCDEFGHJKMN".charAt(tried);
    const answer = await guess(`${letter}AAAAAAA`);
    answers.push({
      status: answer.status,
      wait: answer.headers.get("Retry-After"),
    });
  }
  expect(answers.slice(0, 9).map(({ status }) => status)).toEqual(
    Array.from({ length: 9 }, () => 422),
  );
  expect(answers.slice(9).map(({ status }) => status)).toEqual(
    Array.from({ length: 11 }, () => 429),
  );
  expect(Number(answers.at(-1)?.wait)).toBeGreaterThan(0);

  const right = await guess(joinCode);
  expect(right.status).toBe(302);
  expect(right.headers.get("Location")).toBe(`/join/${joinCode}`);
  await enter(joinCode, "From the same office");
});

test("a command sent twice, and ten times at once, is one operation with one answer", async () => {
  const room = await runningRoom();
  const command = room.anna.prepare(note("once"));
  const first = await room.anna.post(command);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ status: "accepted", opId: command.opId });
  const again = await Promise.all(
    Array.from({ length: 10 }, () => room.anna.post(command)),
  );
  for (const { status, body } of again) {
    expect(status).toBe(200);
    expect(body.seq).toBe(first.body.seq);
  }
  const stored = (await logOf(room)).filter(
    ({ opId }) => opId === command.opId,
  );
  expect(stored).toHaveLength(1);
});

test("an operation id that somebody else used is a conflict, and changes nothing", async () => {
  const room = await runningRoom();
  const command = room.anna.prepare(note("Anna's"));
  await room.anna.post(command);
  const { status, body } = await room.boris.post(command);
  expect(status).toBe(409);
  expect(body.status).toBe("conflict");
  expect(body.seq).toBeUndefined();
});

test("the same operation id with other content is a conflict, not a second answer", async () => {
  const room = await runningRoom();
  const command = room.anna.prepare(note("first"));
  await room.anna.post(command);
  const { status, body } = await room.anna.post({
    ...command,
    payload: { ...command.payload, text: "second" },
  });
  expect(status).toBe(409);
  expect(body.status).toBe("conflict");
});

test("an answer comes after the commit: what was acknowledged is in the log", async () => {
  const room = await runningRoom();
  const sent = await Promise.all(
    Array.from({ length: 40 }, async (_, number) => {
      const who = number % 2 === 0 ? room.anna : room.boris;
      const { body } = await who.ask(note(`note ${number}`));
      const log = await logOf(room);
      return log.some(
        ({ opId, seq }) => opId === body.opId && seq === body.seq,
      );
    }),
  );
  expect(sent.every(Boolean)).toBe(true);
  const log = await logOf(room);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
});

test("a refusal names its reason, a malformed command its place, and neither is logged", async () => {
  const room = await runningRoom();
  const before = (await logOf(room)).length;
  const reveal = await room.anna.ask({
    type: "set-phase",
    stepId: brainstorm,
    payload: { phase: "revealed" },
  });
  expect(reveal).toMatchObject({
    status: 409,
    body: { status: "refused", reason: "facilitators-only" },
  });
  const points = await room.anna.ask({
    type: "allocate-points",
    stepId: "criteria-and-weights",
    payload: { round: 1, points: { "growth-potential": 100 } },
  });
  expect(points.body.reason).toBe("step-not-open-yet");
  const malformed = await room.anna.post({
    ...room.anna.prepare(note("x")),
    actorId: "somebody",
  });
  expect(malformed).toMatchObject({
    status: 422,
    body: { status: "malformed", path: "actorId" },
  });
  expect(await logOf(room)).toHaveLength(before);
});

test("every command that conducts the session is refused to a participant", async () => {
  const room = await runningRoom();
  const { participants } = await room.anna.view();
  const boris = participants.find(({ name }) => name === "Boris");
  const asked: Asked[] = [
    { type: "set-lobby", payload: { open: false } },
    { type: "go-to-step", payload: { stepId: "portfolio" } },
    { type: "set-lock", payload: { locked: true } },
    { type: "set-timer", payload: { change: "start", seconds: 60 } },
    { type: "close-workshop", payload: {} },
    {
      type: "remove-participant",
      payload: { participantId: boris?.id ?? "" },
    },
    {
      type: "grant-facilitator",
      payload: { participantId: boris?.id ?? "" },
    },
  ];
  for (const one of asked) {
    const { body } = await room.anna.ask(one);
    expect([one.type, body.reason]).toEqual([one.type, "facilitators-only"]);
  }
});

test("a guest's seat opens no other workshop: the same 404 as for one that doesn't exist", async () => {
  const [mine, other] = await Promise.all([runningRoom(), runningRoom()]);
  const absent = randomUUID();
  for (const id of [other.workshopId, absent]) {
    const elsewhere = new RoomClient(server.origin, id, mine.anna.cookie);
    const { status } = await elsewhere.ask(note("smuggled"));
    expect(status).toBe(404);
    expect((await elsewhere.read(`/workshops/${id}`)).status).toBe(404);
    expect((await elsewhere.read(`/workshops/${id}.data`)).status).toBe(404);
    const stream = await elsewhere.listen();
    expect(stream.status).toBe(404);
    stream.close();
  }
  const crossed = await mine.anna.post({
    ...mine.anna.prepare(note("crossed")),
    workshopId: other.workshopId,
  });
  expect(crossed.status).toBe(404);
});

test("a browser keeps its seats in several workshops", async () => {
  const [first, second] = await Promise.all([openRoom(), openRoom()]);
  const anna = await enter(first.joinCode, "Anna");
  const { guest } = await joinRoom(
    server.origin,
    second.joinCode,
    { name: "Anna again" },
    anna.cookie,
  );
  const cookie = guest?.cookie ?? "";
  for (const { workshopId } of [first, second]) {
    const room = new RoomClient(server.origin, workshopId, cookie);
    expect((await room.read(`/workshops/${workshopId}`)).status).toBe(200);
  }
});

test("without a seat a visitor is asked to sign in, and a colleague is shown the door", async () => {
  const room = await openRoom();
  const visitor = await fetch(`${server.origin}/workshops/${room.workshopId}`, {
    headers: { Accept: "text/html" },
    redirect: "manual",
  });
  expect(visitor.headers.get("Location")).toMatch(/^\/sign-in\?to=/);
  const colleague = await makeMember(room.organisationId, { role: "manager" });
  const cookie = await signedIn(colleague.personId, room.organisationId);
  const shown = await fetch(`${server.origin}/workshops/${room.workshopId}`, {
    headers: { Cookie: cookie, Accept: "text/html" },
    redirect: "manual",
  });
  expect(shown.headers.get("Location")).toBe(`/join/${room.joinCode}`);
});

test("a member of the organisation joins a named room as themselves", async () => {
  const room = await openRoom();
  const colleague = await makeMember(room.organisationId, { role: "manager" });
  const cookie = await signedIn(colleague.personId, room.organisationId);
  const { guest } = await joinRoom(
    server.origin,
    room.joinCode,
    { unit: "Timber" },
    cookie,
  );
  expect(guest?.cookie).toBe(cookie);
  const { participants } = await room.lead.view();
  expect(participants.map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^manager /),
  );
});

test.each(["named", "anonymous"] as const)(
  "in a %s room no byte of a hidden note reaches anybody but its author before the reveal",
  async (mode) => {
    const canary = `canary-${randomUUID()}`;
    const noteId = randomUUID();
    const { lead, anna, boris, workshopId } = await runningRoom(mode);
    const streams = await Promise.all([
      boris.listen(),
      lead.listen(),
      lead.listen("?as=screen"),
    ]);
    const own = await anna.listen();
    await anna.must(note(canary, noteId));
    await boris.must(note("Boris's own"));
    await own.until((text) => text.includes(canary));
    // Whatever the room is told after the note has passed the others' streams by then.
    await lead.must({ type: "set-lock", payload: { locked: true } });
    await lead.must({ type: "set-lock", payload: { locked: false } });
    for (const stream of streams)
      await stream.until((text) => text.includes("set-lock"));
    const bytes = streams.map(({ text }) => text());
    for (const who of [boris, lead])
      for (const path of [
        `/workshops/${workshopId}`,
        `/workshops/${workshopId}.data`,
        `/workshops/${workshopId}.data?_routes=routes%2Fworkshops%2Fworkshop`,
      ])
        bytes.push((await who.read(path)).text);
    for (const text of bytes) {
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toContain(canary);
      expect(text).not.toContain(noteId);
    }

    await lead.must({
      type: "set-phase",
      stepId: brainstorm,
      payload: { phase: "revealed" },
    });
    for (const stream of streams)
      await stream.until((text) => text.includes(canary));
    for (const stream of [...streams, own]) stream.close();
  },
);

test("what comes for a step that is over is kept in the late tray, and its author sees it", async () => {
  const { lead, anna } = await runningRoom();
  await lead.must({
    type: "go-to-step",
    payload: { stepId: "criteria-and-weights" },
  });
  const { status } = await anna.ask(note("written in the tunnel"));
  expect(status).toBe(200);
  const { late, notes } = await anna.view();
  expect(late.map(({ text }) => text)).toEqual(["written in the tunnel"]);
  expect(notes).toEqual([]);
});

test("a removed guest's stream ends within five seconds, and their commands are refused", async () => {
  const { lead, anna } = await runningRoom();
  const stream = await anna.listen();
  const { viewer } = await anna.view();
  await lead.must({
    type: "remove-participant",
    payload: { participantId: viewer.participantId ?? "" },
  });
  await stream.until((text) => text.includes("event: ended"), 5_000);
  const { body } = await anna.ask(note("still here?"));
  expect(body.reason).toBe("person-removed");
});

test("each person reads the room in their own language", async () => {
  const { anna, workshopId } = await runningRoom();
  const inLanguage = async (lng: string) =>
    (await anna.read(`/workshops/${workshopId}?lng=${lng}`)).text;
  expect(await inLanguage("en")).toContain("What makes a customer key?");
  expect(await inLanguage("et")).toContain("Mis teeb kliendist võtmekliendi?");
});
