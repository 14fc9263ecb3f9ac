import { randomUUID } from "node:crypto";
import type { Locale } from "~/domain/organisations/locale";
import { done, type Outcome, refused } from "~/domain/outcome";
import { decide } from "~/domain/workshops/decide";
import { normaliseJoinCode } from "~/domain/workshops/join-code";
import type { Operation, RefusalReason } from "~/domain/workshops/messages";
import { reduce } from "~/domain/workshops/reduce";
import type { Mode, WorkshopState } from "~/domain/workshops/types";
import { browserMark, makeGuest } from "~/platform/guest.server";
import { type Asked, memberOrVisitor } from "~/platform/guard.server";
import { waitBeforeTry } from "~/platform/limits.server";
import { signalWorkshop } from "~/platform/live.server";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant, withKey } from "#db/client.server";
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

export type FoundWorkshop = {
  organisationId: string;
  workshopId: string;
  title: string;
  mode: Mode;
  code: string;
};

export type FindResult =
  | { ok: true; workshop: FoundWorkshop }
  | { ok: false; reason: "code-wrong" }
  | { ok: false; reason: "too-many"; seconds: number };

/** The open workshop that a code leads to. Every failure reads the same. */
export async function findByCode(
  { request, context }: Asked,
  typed: string,
): Promise<FindResult> {
  const code = normaliseJoinCode(typed);
  const row = code
    ? await withKey(code, (db) => findWorkshopByCode(db, code))
    : null;
  if (row && code && (row.status === "open" || row.status === "running"))
    return {
      ok: true,
      workshop: {
        organisationId: row.organisationId,
        workshopId: row.id,
        title: row.title,
        mode: row.mode,
        code,
      },
    };
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
): Promise<Outcome<{ setCookie: string | null }, RefusalReason>> {
  const { workshopId, organisationId } = found;
  const known = await findSeat(asked, workshopId);
  if (known) return done({ setCookie: null });

  const member = await memberOrVisitor(asked);
  const asMember =
    found.mode === "named" &&
    member !== null &&
    member.tenant.organisationId === organisationId;
  const participantId = randomUUID();
  const guest = asMember ? null : makeGuest();
  const tenant = tenantOf(organisationId, asMember ? member.person.id : null);
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
        name: asMember ? member.person.name : who.name,
        unit: who.unit || null,
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
      personId: asMember ? member.person.id : null,
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
