import { decide } from "~/domain/workshops/decide";
import type {
  Command,
  CommandType,
  Operation,
} from "~/domain/workshops/messages";
import { reduce } from "~/domain/workshops/reduce";
import type { Stage, WorkshopState } from "~/domain/workshops/types";
import { createWorkshop } from "~/features/workshops/create-workshop.server";
import { append } from "~/features/workshops/submit-command.server";
import {
  keepState,
  readState,
} from "~/features/workshops/workshop-state.server";
import type { Member } from "~/platform/guard.server";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant } from "#db/client.server";
import {
  insertSeat,
  listWorkshops,
  lockWorkshop,
} from "#db/queries/workshops.server";
import { idOf } from "#db/seed/plan-data";
import { repeatable } from "#db/seed/random";
import * as script from "#db/seed/workshop";
import type { SeededOrganisation } from "./seed-member.server";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** At nine in the morning, in the time of whoever looks: near enough for made-up history. */
function morning(today: Date, daysAgo: number): Date {
  const at = new Date(today.getTime() - daysAgo * dayMs);
  at.setUTCHours(7, 0, 0, 0);
  return at;
}

/**
 * A workshop that has been held and one that is to come. What the room did goes through the rules of
 * every workshop, command by command; only the clock is set back.
 *
 * @returns id of the finished one.
 */
export async function seedWorkshops(
  organisation: SeededOrganisation,
  consultantEmail: string,
  today: Date,
): Promise<string> {
  const consultant = organisation.memberOf(consultantEmail);
  const heldOn = morning(today, 20);
  const held = await ensureWorkshop(
    consultant,
    { title: script.workshopTitle, scheduledAt: heldOn },
    new Date(heldOn.getTime() - 9 * dayMs),
  );
  await hold(organisation, held, heldOn);
  await ensureWorkshop(
    consultant,
    { title: script.nextWorkshopTitle, scheduledAt: morning(today, -7) },
    today,
  );
  return held;
}

async function ensureWorkshop(
  consultant: Member,
  { title, scheduledAt }: { title: string; scheduledAt: Date },
  now: Date,
): Promise<string> {
  const { tenant } = consultant;
  const present = await inTenant(tenant, (db) => listWorkshops(db, tenant));
  const known = present.find((workshop) => workshop.title === title);
  if (known) return known.id;
  const created = await createWorkshop(
    consultant,
    {
      title,
      theme: "strategies",
      mode: "named",
      language: "et",
      scheduledAt,
      accountCount: 12,
    },
    now,
  );
  if (!created.ok) throw new Error(`No workshop: ${created.reason}`);
  return created.value;
}

/** The whole session in one transaction: after an interruption it is there or it isn't. */
async function hold(
  { id: organisationId, idOf: personIdOf }: SeededOrganisation,
  workshopId: string,
  startsAt: Date,
): Promise<void> {
  const tenant = tenantOf(organisationId, null);
  const after = await inTenant(tenant, async (db) => {
    const row = await lockWorkshop(db, tenant, workshopId);
    if (row?.status !== "draft") return null;
    const { state } = await readState(db, tenant, workshopId);
    const room = new Room(state, startsAt.getTime() - 12 * minuteMs);
    conduct(room);
    await append(db, tenant, state, room.state, room.operations);
    for (const { key, name, unit, email } of script.participants)
      await insertSeat(db, tenant, {
        workshopId,
        id: seatOf(key),
        name,
        unit,
        role: "participant",
        personId: email === null ? null : personIdOf(email),
        tokenHash: null,
        locale: "et",
        joinedAt: startsAt,
      });
    return room.state;
  });
  if (after) keepState(tenant, after);
}

const seatOf = (key: string) => idOf(`workshop/seat/${key}`);

type Payloads = { [Said in Command as Said["type"]]: Said["payload"] };

class Room {
  readonly operations: Operation[] = [];
  readonly facilitator: string;

  constructor(
    public state: WorkshopState,
    private now: number,
  ) {
    this.facilitator = state.participants[0]?.id ?? "";
  }

  wait(minutes: number): void {
    this.now += minutes * minuteMs;
  }

  accountId(name: string): string {
    const account = this.state.accounts.find((one) => one.name === name);
    if (!account) throw new Error(`The room has no account ${name}.`);
    return account.id;
  }

  has(name: string): boolean {
    return this.state.accounts.some((one) => one.name === name);
  }

  /** Puts one command to the room's rules a few seconds later. A refusal is a mistake in the script. */
  say<T extends CommandType>(
    actorId: string,
    stepId: string | null,
    type: T,
    payload: Payloads[T],
  ): void {
    this.now += 4_000;
    const seq = this.state.seq + 1;
    const command = {
      opId: idOf(`workshop/operation/${this.state.id}/${seq}`),
      workshopId: this.state.id,
      stepId,
      baseSeq: this.state.seq,
      type,
      payload,
    } as unknown as Command;
    const decided = decide(
      this.state,
      command,
      { kind: "person", participantId: actorId },
      this.now,
    );
    if (!decided.ok) throw new Error(`${type} was refused: ${decided.reason}`);
    const operation = {
      ...decided.value,
      opId: command.opId,
      workshopId: this.state.id,
      stepId,
      seq,
      actorId,
      at: this.now,
    } as Operation;
    this.operations.push(operation);
    this.state = reduce(this.state, operation);
  }

  lead<T extends CommandType>(
    stepId: string | null,
    type: T,
    payload: Payloads[T],
  ): void {
    this.say(this.facilitator, stepId, type, payload);
  }

  each(act: (seatId: string, key: string) => void): void {
    for (const { key } of script.participants) act(seatOf(key), key);
  }
}

/** The session from the open door to the closed log, as docs/live-protocol.md lets it go. */
function conduct(room: Room): void {
  room.lead(null, "set-lobby", { open: true });
  for (const { key, name, unit } of script.participants)
    room.say(seatOf(key), null, "join", {
      participantId: seatOf(key),
      name,
      unit,
    });
  room.wait(9);
  room.lead(null, "start", {});
  brainstorm(room, "what-makes-key");
  weigh(room, "criteria-and-weights");
  score(room, "score-the-accounts");
  stage(room, "relationship-stage");
  position(room, "portfolio");
  agree(room, "how-many");
  room.wait(4);
  room.lead(null, "close-workshop", {});
}

function enter(room: Room, stepId: string): void {
  room.wait(2);
  if (room.state.currentStepId !== stepId)
    room.lead(null, "go-to-step", { stepId });
}

function brainstorm(room: Room, stepId: string): void {
  enter(room, stepId);
  script.notes.forEach(([author, text], index) =>
    room.say(seatOf(author), stepId, "add-note", {
      noteId: noteOf(index),
      text,
    }),
  );
  room.each((seat, key) => {
    room.say(seat, stepId, "nominate", {
      accountIds: (script.nominations[key] ?? []).map((name) =>
        room.accountId(name),
      ),
    });
    room.say(seat, stepId, "set-done", { done: true });
  });
  room.wait(6);
  room.lead(stepId, "set-phase", { phase: "revealed" });
  for (const [key, title] of script.groups)
    room.lead(stepId, "add-group", {
      groupId: idOf(`workshop/group/${key}`),
      title,
      noteIds: script.notes.flatMap(([, , group], index) =>
        group === key ? [noteOf(index)] : [],
      ),
    });
  room.wait(6);
}

const noteOf = (index: number) => idOf(`workshop/note/${index}`);
const ownCriterionId = idOf(`workshop/criterion/${script.ownCriterion.key}`);

/** In the order of `script.points` and `script.views`. */
const attractiveness = [
  "growth-potential",
  "sector-position",
  "several-products",
  "margin-potential",
  ownCriterionId,
];
const strength = [
  "relationship-breadth",
  "share-of-wallet",
  "delivery-performance",
  "access-to-deciders",
];

function weigh(room: Room, stepId: string): void {
  enter(room, stepId);
  const { name, definition, lowAnchor, highAnchor, group } =
    script.ownCriterion;
  room.lead(stepId, "drop-criterion", { criterionId: "geographic-fit" });
  room.lead(stepId, "put-criterion", {
    criterionId: "margin-potential",
    axis: "attractiveness",
    name: null,
    definition: null,
    lowAnchor: null,
    highAnchor: null,
    groupId: idOf("workshop/group/money"),
  });
  room.lead(stepId, "put-criterion", {
    criterionId: ownCriterionId,
    axis: "attractiveness",
    name,
    definition,
    lowAnchor,
    highAnchor,
    groupId: idOf(`workshop/group/${group}`),
  });
  for (const round of [1, 2] as const) {
    room.lead(stepId, "set-phase", { phase: `round${round}` });
    room.each((seat, key) => {
      const given = script.points[key];
      if (!given) return;
      const [first, second] =
        round === 1 ? [given[0], given[1]] : [given[2], given[3]];
      room.say(seat, stepId, "allocate-points", {
        round,
        points: {
          ...Object.fromEntries(
            attractiveness.map((id, index) => [id, first[index] ?? 0]),
          ),
          ...Object.fromEntries(
            strength.map((id, index) => [id, second[index] ?? 0]),
          ),
        },
      });
    });
    room.wait(5);
    room.lead(stepId, "set-phase", { phase: `round${round}-revealed` });
    room.wait(5);
  }
}

function score(room: Room, stepId: string): void {
  enter(room, stepId);
  const random = repeatable(20);
  const criteria = [...attractiveness, ...strength];
  for (const { key, unit } of script.participants) {
    room.say(seatOf(key), stepId, "set-scores", {
      round: 1,
      scores: room.state.accounts.flatMap((account) => {
        const view = script.views[account.name] ?? script.ordinaryView;
        const served = account.facts?.unitsServed ?? [];
        const ours = unit === "Finants" || served.includes(unit);
        return criteria.map((criterionId, index) => {
          const scatter = Math.round((random() - 0.5) * 3);
          // Who doesn't serve an account often can't say how strong we are there.
          const unknown = random() < (ours ? 0.03 : index < 5 ? 0.25 : 0.55);
          const value = Math.min(10, Math.max(1, (view[index] ?? 5) + scatter));
          return {
            accountId: account.id,
            criterionId,
            score: unknown ? ("unknown" as const) : value,
          };
        });
      }),
    });
    room.say(seatOf(key), stepId, "set-done", { done: true });
  }
  room.wait(28);
  room.lead(stepId, "set-phase", { phase: "revealed" });
  room.wait(7);
}

function stage(room: Room, stepId: string): void {
  enter(room, stepId);
  const known = Object.entries(script.stages).filter(([name]) =>
    room.has(name),
  );
  script.participants.forEach(({ key }, person) => {
    const stages = known.flatMap(([name, [votes]]) => {
      // Everybody says something about the large ones, fewer about the rest.
      const vote: Stage | undefined =
        votes[person] ??
        (votes.length > 2 ? votes[person % votes.length] : undefined);
      return vote ? [{ accountId: room.accountId(name), stage: vote }] : [];
    });
    room.say(seatOf(key), stepId, "propose-stages", { stages });
  });
  room.wait(9);
  room.lead(stepId, "set-phase", { phase: "revealed" });
  for (const [name, [, settled]] of known)
    if (settled !== null)
      room.lead(stepId, "settle-stage", {
        accountId: room.accountId(name),
        stage: settled,
      });
  room.wait(6);
}

function position(room: Room, stepId: string): void {
  enter(room, stepId);
  for (const [name, amount] of Object.entries(script.potentials))
    if (room.has(name))
      room.lead(stepId, "set-potential", {
        accountId: room.accountId(name),
        amount,
      });
  const { account, x, y, reason } = script.moved;
  if (room.has(account))
    room.lead(stepId, "override-position", {
      accountId: room.accountId(account),
      x,
      y,
      reason,
    });
  room.wait(24);
}

function agree(room: Room, stepId: string): void {
  enter(room, stepId);
  room.lead(stepId, "set-capacity", script.capacity);
  room.lead(stepId, "set-cut-off", { counts: script.cutOff });
  room.lead(stepId, "write-definition", script.definition);
  const aboutOf = (name: string | null) =>
    name === null ? null : room.accountId(name);
  for (const decision of script.decisions) {
    const decisionId = idOf(`workshop/decision/${decision.key}`);
    room.say(seatOf(decision.author), stepId, "propose-decision", {
      decisionId,
      text: decision.text,
      accountId: aboutOf(decision.account),
    });
    for (const vote of ["for", "against"] as const)
      for (const key of decision[vote])
        room.say(seatOf(key), stepId, "vote-decision", { decisionId, vote });
    room.wait(2);
    room.lead(stepId, "close-decision", {
      decisionId,
      outcome: decision.adopted ? "adopted" : "rejected",
    });
  }
  for (const { key, author, text, owner, dueInDays, account } of script.actions)
    room.say(seatOf(author), stepId, "add-action", {
      actionId: idOf(`workshop/action/${key}`),
      text,
      ownerName: owner,
      dueOn: script.dueOn(room.state.startedAt ?? 0, dueInDays),
      accountId: aboutOf(account),
    });
  for (const { key, author, text, account } of script.objectives)
    room.say(seatOf(author), stepId, "put-objective", {
      objectiveId: idOf(`workshop/objective/${key}`),
      accountId: room.accountId(account),
      text,
    });
}
