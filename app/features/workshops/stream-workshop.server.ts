import type { Request as ExpressRequest, Response } from "express";
import { mayDo } from "~/domain/organisations/permissions";
import type { Tenant } from "~/domain/organisations/tenant";
import type { Operation, WireEvent } from "~/domain/workshops/messages";
import { progressOf } from "~/domain/workshops/progress";
import { reduce } from "~/domain/workshops/reduce";
import type { Viewer, WorkshopState } from "~/domain/workshops/types";
import {
  framesFor,
  viewOf,
  visibilityClass,
} from "~/domain/workshops/visible-to";
import { onDrain } from "~/platform/edge/drain.server";
import { env } from "~/platform/env.server";
import { isGuest } from "~/platform/guest.server";
import { memberOrVisitor } from "~/platform/guard.server";
import { onWorkshop } from "~/platform/live.server";
import { log } from "~/platform/log.server";
import { inTenant, isDatabaseAway } from "#db/client.server";
import {
  currentSeq,
  readOperations,
  touchPresence,
} from "#db/queries/workshops.server";
import { findSeat, isOwnWorkshop } from "./seat.server";
import { keepState, readState } from "./workshop-state.server";

// One room for each workshop that somebody on this node watches. It reads the log once for all its
// connections, and writes to each what that viewer may see (docs/live-protocol.md).

const pollMs = 2_000;
const presenceMs = 5_000;
const presenceSeconds = 13;
const recheckMs = 4_000;
/** Clients take a line without beats for cut; the beat also carries the server's clock. */
const beatMs = 1_000;
/** A client that has this much unread is cut; it comes back and gets a fresh view. */
const mostUnreadBytes = 1024 * 1024;
const mostStreamsOfOnePerson = 8;
/** How long after the end the room's streams stay open, so that everybody sees the last page. */
const afterCloseMs = 60_000;

type Connection = {
  response: Response;
  viewer: Viewer;
  participantId: string | null;
  /** Whether presence is sent: facilitators alone. */
  facilitator: boolean;
  /** Asks again whether the person may watch; guests are checked in the workshop's own state. */
  stillMay: (() => Promise<boolean>) | null;
};

type Room = {
  tenant: Tenant;
  workshopId: string;
  state: WorkshopState;
  connections: Set<Connection>;
  pumping: Promise<void> | null;
  moved: boolean;
  here: string;
  end: () => void;
};

const rooms = new Map<string, Promise<Room>>();

/** `GET /workshops/:id/live`: the stream of one viewer. A plain Express route, told when the client goes. */
export async function streamWorkshop(
  request: ExpressRequest,
  response: Response,
): Promise<void> {
  const workshopId = request.params.id ?? "";
  const asked = () => ({
    request: new Request(new URL(request.originalUrl, env().publicOrigin), {
      headers: { Cookie: request.headers.cookie ?? "" },
    }),
    context: {
      nonce: "",
      requestId: String(response.locals.requestId),
      clientIp: String(response.locals.clientIp),
      wantsData: true,
    },
  });
  const first = asked();
  const seat = await findSeat(first, workshopId);
  const member = seat?.member ?? (await memberOrVisitor(first));
  const asScreen =
    new URL(first.request.url).searchParams.get("as") === "screen";
  const mayWatchScreen =
    asScreen &&
    member !== null &&
    mayDo(member.role, "workshop.facilitate") &&
    (await isOwnWorkshop(member, workshopId));
  if (!seat && !mayWatchScreen) {
    // A guest of another room is somebody; only who is nobody yet is asked to sign in.
    const known = member !== null || isGuest(first.request);
    response
      .status(known ? 404 : 401)
      .json({ reason: known ? "not-found" : "signed-out" });
    return;
  }
  const tenant = seat?.tenant ?? member?.tenant;
  if (!tenant) return;

  const room = await roomOf(tenant, workshopId);
  await pump(room);
  const me = room.state.participants.find(
    ({ id }) => id === seat?.participantId,
  );
  if (seat && (!me || me.removed)) {
    response.status(403).json({ reason: "person-removed" });
    return;
  }
  const connection: Connection = {
    response,
    viewer:
      asScreen || !seat
        ? { kind: "screen" }
        : { kind: "person", participantId: seat.participantId },
    participantId: asScreen ? null : (seat?.participantId ?? null),
    facilitator: !asScreen && me?.role === "facilitator",
    stillMay: member
      ? async () => {
          const again = await memberOrVisitor(asked());
          return again?.person.id === member.person.id;
        }
      : null,
  };
  response.status(200);
  response.setHeader("Content-Type", "text/event-stream; charset=utf-8");
  response.setHeader("Cache-Control", "no-cache, no-transform");
  response.setHeader("X-Accel-Buffering", "no");
  response.flushHeaders();
  response.write(`retry: ${500 + Math.floor(Math.random() * 1000)}\n\n`);
  response.on("close", () => leave(room, connection));
  response.on("error", () => leave(room, connection));
  limitStreams(room, connection);
  room.connections.add(connection);
  // Somebody who comes back with the newest number has missed nothing.
  if (request.headers["last-event-id"] !== String(room.state.seq))
    sendSnapshot(room, connection);
  if (connection.facilitator) sendPresence(connection, room.here);
  void tellPresence(room);
}

function limitStreams(room: Room, { participantId }: Connection): void {
  if (!participantId) return;
  const own = [...room.connections].filter(
    (connection) => connection.participantId === participantId,
  );
  for (const connection of own.slice(0, -(mostStreamsOfOnePerson - 1)))
    end(room, connection, "replaced");
}

function roomOf(tenant: Tenant, workshopId: string): Promise<Room> {
  const key = `${tenant.organisationId}/${workshopId}`;
  const known = rooms.get(key);
  if (known) return known;
  const opening = open(tenant, workshopId, () => rooms.delete(key));
  rooms.set(key, opening);
  opening.catch(() => rooms.delete(key));
  return opening;
}

async function open(
  tenant: Tenant,
  workshopId: string,
  forget: () => void,
): Promise<Room> {
  const { state } = await inTenant(tenant, (db) =>
    readState(db, tenant, workshopId),
  );
  const room: Room = {
    tenant,
    workshopId,
    state,
    connections: new Set(),
    pumping: null,
    moved: false,
    here: "[]",
    end: () => {},
  };
  const stopHearing = onWorkshop(workshopId, (seq) => {
    if (seq > room.state.seq) void pump(room);
  });
  const timers = [
    setInterval(() => void poll(room), pollMs),
    setInterval(() => void tellPresence(room), presenceMs),
    setInterval(() => void recheck(room), recheckMs),
    setInterval(() => {
      const now = Date.now();
      const beat = `event: beat\ndata: {"now":${now}}\n\n`;
      const counts = JSON.stringify({ now, ...progressOf(room.state) });
      const screenBeat = `event: beat\ndata: ${counts}\n\n`;
      for (const { response, viewer } of room.connections)
        if (response.writableLength === 0)
          response.write(viewer.kind === "screen" ? screenBeat : beat);
    }, beatMs),
  ];
  for (const timer of timers) timer.unref();
  const stopDraining = onDrain(() => {
    // Spread over two seconds, so that a room does not come back all at once.
    for (const { response } of room.connections) {
      response.write(
        `retry: ${200 + Math.floor(Math.random() * 1800)}\nevent: reconnect\ndata: {}\n\n`,
      );
      response.end();
    }
  });
  room.end = () => {
    stopHearing();
    stopDraining();
    for (const timer of timers) clearInterval(timer);
    forget();
  };
  return room;
}

function leave(room: Room, connection: Connection): void {
  if (!room.connections.delete(connection)) return;
  if (room.connections.size === 0) room.end();
}

function end(room: Room, connection: Connection, reason: string): void {
  connection.response.write(
    `event: ended\ndata: ${JSON.stringify({ reason })}\n\n`,
  );
  connection.response.end();
  leave(room, connection);
}

/** Reads what is new in the log and tells everybody in the room; a second call while it runs makes it look again. */
function pump(room: Room): Promise<void> {
  room.moved = true;
  room.pumping ??= (async () => {
    try {
      while (room.moved) {
        room.moved = false;
        const news = await inTenant(room.tenant, (db) =>
          readOperations(db, room.tenant, room.workshopId, room.state.seq),
        );
        if (news.length > 0) tell(room, news);
      }
    } catch (error) {
      // The poll tries again; until then nobody has lost anything.
      const level = isDatabaseAway(error) ? "warn" : "error";
      log()[level]({ err: error, workshopId: room.workshopId }, "log not read");
    } finally {
      room.pumping = null;
    }
  })();
  return room.pumping;
}

const written = new WeakMap<Operation, string>();

/** One string for all who see an operation as it is. */
function writtenOnce(event: WireEvent): string {
  if (event.type !== "operation") return JSON.stringify(event);
  let text = written.get(event.operation);
  if (text === undefined) {
    text = JSON.stringify(event);
    written.set(event.operation, text);
  }
  return text;
}

function tell(room: Room, news: ReadonlyArray<Operation>): void {
  const events = new Map<Connection, string[] | "snapshot">();
  for (const operation of news) {
    const before = room.state;
    const after = reduce(before, operation);
    room.state = after;
    const { byClass, byPerson } = framesFor(operation, before, after);
    for (const connection of room.connections) {
      const known = events.get(connection) ?? [];
      if (known === "snapshot") continue;
      const { viewer } = connection;
      const own =
        viewer.kind === "person" &&
        Object.hasOwn(byPerson, viewer.participantId)
          ? byPerson[viewer.participantId]
          : undefined;
      const seen = own ?? byClass[visibilityClass(after, viewer)];
      if (seen.some(({ type }) => type === "snapshot")) {
        events.set(connection, "snapshot");
        continue;
      }
      for (const event of seen)
        if (event.type === "operation") known.push(writtenOnce(event));
      events.set(connection, known);
    }
  }
  keepState(room.tenant, room.state);
  for (const [connection, seen] of events) {
    if (seen === "snapshot") sendSnapshot(room, connection);
    // Silence too would say something: who may see nothing of it is sent nothing.
    else if (seen.length > 0)
      send(connection, room.state.seq, `[${seen.join(",")}]`);
  }
}

function sendSnapshot(room: Room, connection: Connection): void {
  const view = viewOf(room.state, connection.viewer);
  const event: WireEvent = { type: "snapshot", view };
  send(connection, room.state.seq, `[${JSON.stringify(event)}]`);
}

function send({ response }: Connection, seq: number, events: string): void {
  if (response.writableLength > mostUnreadBytes) {
    response.destroy();
    return;
  }
  response.write(`id: ${seq}\ndata: {"seq":${seq},"events":${events}}\n\n`);
}

function sendPresence({ response }: Connection, here: string): void {
  response.write(`event: presence\ndata: {"here":${here}}\n\n`);
}

async function tellPresence(room: Room): Promise<void> {
  const ids = [...room.connections].flatMap(({ participantId }) =>
    participantId ? [participantId] : [],
  );
  try {
    const here = await inTenant(room.tenant, (db) =>
      touchPresence(
        db,
        room.tenant,
        room.workshopId,
        [...new Set(ids)],
        presenceSeconds,
      ),
    );
    const text = JSON.stringify(here);
    if (text === room.here) return;
    room.here = text;
    for (const connection of room.connections)
      if (connection.facilitator) sendPresence(connection, text);
  } catch (error) {
    log().warn({ err: error }, "presence not written");
  }
}

/** The net under the signals. */
async function poll(room: Room): Promise<void> {
  try {
    const seq = await inTenant(room.tenant, (db) =>
      currentSeq(db, room.tenant, room.workshopId),
    );
    if (seq !== null && seq > room.state.seq) await pump(room);
  } catch (error) {
    log().warn({ err: error }, "workshop not polled");
  }
}

/** Ends the streams of people who were removed, signed out or disabled, and all of a room long closed. */
async function recheck(room: Room): Promise<void> {
  const { participants, closedAt } = room.state;
  const removed = new Set(
    participants.filter(({ removed }) => removed).map(({ id }) => id),
  );
  const over = closedAt !== null && Date.now() - closedAt > afterCloseMs;
  for (const connection of [...room.connections]) {
    if (over) {
      end(room, connection, "workshop-closed");
      continue;
    }
    if (connection.participantId && removed.has(connection.participantId)) {
      end(room, connection, "person-removed");
      continue;
    }
    const role = participants.find(
      ({ id }) => id === connection.participantId,
    )?.role;
    connection.facilitator =
      connection.participantId !== null && role === "facilitator";
    if (!connection.stillMay) continue;
    try {
      if (!(await connection.stillMay())) end(room, connection, "signed-out");
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
    }
  }
}
