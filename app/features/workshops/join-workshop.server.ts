import { randomUUID } from "node:crypto";
import type { Locale } from "~/domain/organisations/locale";
import { done, type Outcome, refused } from "~/domain/outcome";
import { decide } from "~/domain/workshops/decide";
import { normaliseJoinCode } from "~/domain/workshops/join-code";
import type { Operation, RefusalReason } from "~/domain/workshops/messages";
import { reduce } from "~/domain/workshops/reduce";
import { cleanName, type TextProblem } from "~/domain/workshops/text";
import type { Mode, WorkshopState } from "~/domain/workshops/types";
import { browserMark, makeGuest } from "~/platform/guest.server";
import {
  type Asked,
  type Member,
  memberOrVisitor,
} from "~/platform/guard.server";
import { waitBeforeTry } from "~/platform/limits.server";
import { signalWorkshop } from "~/platform/live.server";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant, withKey } from "#db/client.server";
import { listUnits } from "#db/queries/accounts.server";
import {
  findWorkshopByCode,
  insertSeat,
  lockWorkshop,
} from "#db/queries/workshops.server";
import { findSeat } from "./seat.server";
import { append } from "./submit-command.server";
import { keepState, readState } from "./workshop-state.server";

// An office of 40 shares one address, so only wrong codes count, and a browser that has opened the
// page counts for itself; who comes without its mark shares a narrow bucket with the like.
const windowSeconds = 600;
const wrongPerBrowser = 10;
const wrongPerAddress = 60;
const wrongEverywhere = 2_000;

/** Whether the room takes people now, and why not. */
export type Entrance =
  "open" | "not-open-yet" | "lobby-closed" | "room-locked" | "workshop-closed";

export type FoundWorkshop = {
  organisationId: string;
  workshopId: string;
  title: string;
  mode: Mode;
  code: string;
  entrance: Entrance;
  /** The organisation's business units, to choose one's own from. */
  units: string[];
};

export type FindResult =
  | { ok: true; workshop: FoundWorkshop }
  | { ok: false; reason: "code-wrong" }
  | { ok: false; reason: "too-many"; seconds: number };

/**
 * The workshop that a code leads to. Every failure reads the same. A right code is never held up by
 * other people's wrong ones: its 40 random bits are what keeps guessers out, the limits keep them slow.
 */
export async function findByCode(
  { request, context }: Asked,
  typed: string,
): Promise<FindResult> {
  const code = normaliseJoinCode(typed);
  const row = code
    ? await withKey(code, (db) => findWorkshopByCode(db, code))
    : null;
  if (row && code) return { ok: true, workshop: await described(row, code) };
  const { mark } = browserMark(request);
  const seconds =
    (await waitBeforeTry(`join:${mark ?? `address:${context.clientIp}`}`, {
      most: wrongPerBrowser - 1,
      windowSeconds,
    })) ??
    (await waitBeforeTry(`join:all-of:${context.clientIp}`, {
      most: wrongPerAddress,
      windowSeconds,
    })) ??
    (await waitBeforeTry("join:everywhere", {
      most: wrongEverywhere,
      windowSeconds,
    }));
  if (seconds !== null) return { ok: false, reason: "too-many", seconds };
  return { ok: false, reason: "code-wrong" };
}

async function described(
  row: NonNullable<Awaited<ReturnType<typeof findWorkshopByCode>>>,
  code: string,
): Promise<FoundWorkshop> {
  const { organisationId, id: workshopId, title, mode } = row;
  const tenant = tenantOf(organisationId, null);
  const { state, units } = await inTenant(tenant, async (db) => ({
    state: (await readState(db, tenant, workshopId)).state,
    units: await listUnits(db, tenant),
  }));
  return {
    organisationId,
    workshopId,
    title,
    mode,
    code,
    entrance: entranceOf(state),
    units: units.map(({ name }) => name),
  };
}

function entranceOf({ status, locked, lobbyOpen }: WorkshopState): Entrance {
  if (status === "closed") return "workshop-closed";
  if (locked) return "room-locked";
  if (lobbyOpen) return "open";
  return status === "running" ? "lobby-closed" : "not-open-yet";
}

/** The name under which a signed-in member would sit in this room; null for everybody else. */
export async function nameAsMember(
  asked: Asked,
  found: Pick<FoundWorkshop, "organisationId" | "mode">,
): Promise<string | null> {
  return (await memberHere(asked, found))?.person.name ?? null;
}

async function memberHere(
  asked: Asked,
  { mode, organisationId }: Pick<FoundWorkshop, "organisationId" | "mode">,
): Promise<Member | null> {
  if (mode !== "named") return null;
  const member = await memberOrVisitor(asked);
  return member?.tenant.organisationId === organisationId ? member : null;
}

/**
 * Gives somebody a seat. Who has one already keeps it. A member who comes to a named workshop signed
 * in sits as themselves; in other modes nobody's account is tied to the seat, so that nothing can
 * unmask it.
 *
 * @returns a Set-Cookie header when the seat hangs on a guest's cookie.
 */
export async function joinWorkshop(
  asked: Asked,
  found: FoundWorkshop,
  who: { name: string; unit: string; locale: Locale },
): Promise<Outcome<{ setCookie: string | null }, RefusalReason | TextProblem>> {
  const { workshopId, organisationId } = found;
  const known = await findSeat(asked, workshopId);
  if (known) return done({ setCookie: null });

  const member = await memberHere(asked, found);
  const name = cleanedName(member?.person.name ?? who.name);
  if (!name.ok) return name;
  const unit = cleanedName(who.unit);
  if (!unit.ok) return unit;
  const participantId = randomUUID();
  const guest = member ? null : makeGuest(asked.request);
  const tenant = tenantOf(organisationId, member?.person.id ?? null);
  const now = Date.now();
  const result = await inTenant(tenant, async (db) => {
    const row = await lockWorkshop(db, tenant, workshopId);
    if (!row) return refused("lobby-closed" as const);
    const { state } = await readState(db, tenant, workshopId);
    const command = {
      opId: randomUUID(),
      workshopId,
      stepId: null,
      baseSeq: state.seq,
      type: "join" as const,
      payload: {
        participantId,
        name: name.value,
        unit: unit.value || null,
      },
    };
    const decided = decide(
      state,
      command,
      { kind: "person", participantId },
      now,
    );
    if (!decided.ok) return refused(decided.reason);
    const operation = {
      ...decided.value,
      opId: command.opId,
      workshopId,
      stepId: null,
      seq: state.seq + 1,
      actorId: participantId,
      at: now,
    } as Operation;
    const after: WorkshopState = reduce(state, operation);
    await append(db, tenant, state, after, [operation]);
    const seated = after.participants.find(({ id }) => id === participantId);
    await insertSeat(db, tenant, {
      workshopId,
      id: participantId,
      // Empty where the mode keeps no names: what isn't stored can't leak.
      name: seated?.name ?? "",
      unit: seated?.unit ?? "",
      role: "participant",
      personId: member?.person.id ?? null,
      tokenHash: guest?.tokenHash ?? null,
      locale: who.locale,
      joinedAt: new Date(now),
    });
    return done(after);
  });
  if (!result.ok) return result;
  keepState(tenant, result.value);
  signalWorkshop(workshopId, result.value.seq);
  return done({ setCookie: guest?.setCookie ?? null });
}

/** An empty name stays empty; whether the room needs one is the room's rule. */
function cleanedName(typed: string): Outcome<string, TextProblem> {
  return typed.trim() === "" ? done("") : cleanName(typed);
}
