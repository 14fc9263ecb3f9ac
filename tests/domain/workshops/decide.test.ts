import { expect, test } from "vitest";
import type { Operation, RefusalReason } from "~/domain/workshops/messages";
import { decide } from "~/domain/workshops/decide";
import { framesFor, viewOf } from "~/domain/workshops/visible-to";
import { withPending } from "~/domain/workshops/pending";
import {
  accountId,
  type Asked,
  createdRoom,
  criterionIds,
  evenPoints,
  facilitatorId,
  noteId,
  openRoom,
  otherId,
  person,
  personId,
  type Room,
  runningRoom,
  stepIds,
  workshopId,
} from "./room";

const [
  brainstormStep,
  weightStep,
  scoreStep,
  stageStep,
  portfolioStep,
  cutStep,
] = stepIds as [string, string, string, string, string, string];

const join = (
  number: number,
  name = `Person ${number}`,
  participantId = personId(number),
): Asked => ({
  type: "join",
  stepId: null,
  payload: { participantId, name, unit: null },
});
const note = (number: number, text = "Growth"): Asked => ({
  type: "add-note",
  stepId: brainstormStep,
  payload: { noteId: noteId(number), text },
});
const isLate = (answer: Operation | RefusalReason) =>
  typeof answer !== "string" && answer.type === "late";

test("L7: nobody joins before the lobby opens, when it is closed again, when the room is locked or over", () => {
  const room = createdRoom();
  expect(room.as(personId(0), join(0))).toBe("lobby-closed");
  room.must({ type: "set-lobby", stepId: null, payload: { open: true } });
  expect(room.as(personId(0), join(0))).toMatchObject({ type: "join" });
  room.must({ type: "set-lock", stepId: null, payload: { locked: true } });
  expect(room.as(personId(1), join(1))).toBe("room-locked");
  room.must({ type: "set-lock", stepId: null, payload: { locked: false } });
  room.must({ type: "start", stepId: null, payload: {} });
  expect(room.as(personId(1), join(1))).toMatchObject({ type: "join" });
  room.must({ type: "set-lobby", stepId: null, payload: { open: false } });
  expect(room.as(personId(2), join(2))).toBe("lobby-closed");
  room.must({ type: "close-workshop", payload: {} });
  expect(room.as(personId(2), join(2))).toBe("workshop-closed");
});

test("L8: a person joins as themselves, once, and not again after being removed", () => {
  const room = openRoom();
  expect(room.as(personId(0), join(0))).toBe("already-joined");
  expect(room.as(personId(8), join(0, "Eve", personId(9)))).toBe(
    "not-in-this-workshop",
  );
  room.must({
    type: "remove-participant",
    payload: { participantId: personId(0) },
  });
  expect(room.as(personId(0), join(0))).toBe("person-removed");
  expect(room.as(personId(0), note(1))).toBe("person-removed");
});

test("L9: a name can't stand for the facilitator, by badge or by being theirs", () => {
  const room = openRoom();
  expect(room.as(personId(7), join(7, "Läbiviija"))).toBe("name-reserved");
  expect(room.as(personId(7), join(7, "Каdri"))).toBe("name-taken");
  expect(room.as(personId(7), join(7, ""))).toBe("name-missing");
  expect(room.as(personId(7), join(7, "Kadri K"))).toMatchObject({
    type: "join",
  });
});

test("L9: an anonymous room stores no participant's name", () => {
  const room = openRoom("anonymous");
  expect(JSON.stringify(room.log)).not.toContain("Person");
});

test("L20: each of the facilitator's commands is refused to a participant, a stranger and the screen", () => {
  const room = runningRoom();
  const commands: Asked[] = [
    { type: "set-lobby", payload: { open: false } },
    { type: "start", payload: {} },
    { type: "go-to-step", payload: { stepId: weightStep } },
    { type: "set-phase", payload: { phase: "revealed" } },
    { type: "set-lock", payload: { locked: true } },
    { type: "set-timer", payload: { change: "start", seconds: 60 } },
    { type: "remove-participant", payload: { participantId: personId(1) } },
    { type: "grant-facilitator", payload: { participantId: personId(0) } },
    { type: "release-facilitator", payload: {} },
    { type: "hide-note", payload: { noteId: noteId(1), hidden: true } },
    {
      type: "put-criterion",
      stepId: weightStep,
      payload: {
        criterionId: otherId(1),
        axis: "strength",
        name: "X",
        definition: null,
        lowAnchor: null,
        highAnchor: null,
        groupId: null,
      },
    },
    {
      type: "drop-criterion",
      stepId: weightStep,
      payload: { criterionId: criterionIds[0] as string },
    },
    { type: "add-account", payload: { accountId: otherId(2), name: "X" } },
    { type: "drop-account", payload: { accountId: accountId(0) } },
    { type: "set-potential", payload: { accountId: accountId(0), amount: 1 } },
    {
      type: "settle-stage",
      stepId: stageStep,
      payload: { accountId: accountId(0), stage: "basic" },
    },
    {
      type: "override-position",
      stepId: portfolioStep,
      payload: { accountId: accountId(0), x: 1, y: 1, reason: "X" },
    },
    {
      type: "clear-override",
      stepId: portfolioStep,
      payload: { accountId: accountId(0) },
    },
    {
      type: "set-capacity",
      stepId: cutStep,
      payload: { kamDays: 1, sponsors: 1, effort: {} },
    },
    { type: "set-cut-off", stepId: cutStep, payload: { counts: { key: 1 } } },
    {
      type: "write-definition",
      stepId: cutStep,
      payload: {
        text: "X",
        entryRule: "",
        exitRule: "",
        reviewRule: "",
        maximumCount: 1,
      },
    },
    {
      type: "close-decision",
      payload: { decisionId: otherId(3), outcome: "adopted" },
    },
    { type: "admit-late", payload: { lateId: otherId(4) } },
    { type: "load-accounts", payload: { accounts: [] } },
    { type: "close-workshop", payload: {} },
  ];
  const before = room.state;
  for (const asked of commands) {
    expect(room.as(personId(0), asked), asked.type).toBe("facilitators-only");
    expect(room.as(personId(99), asked), asked.type).toBe(
      "not-in-this-workshop",
    );
    expect(room.ask({ kind: "screen" }, asked), asked.type).toBe(
      "screen-cannot-act",
    );
  }
  expect(room.state).toBe(before);
});

test("L20: a facilitator's role is granted and shared, and the last one stays", () => {
  const room = runningRoom();
  expect(room.lead({ type: "release-facilitator", payload: {} })).toBe(
    "last-facilitator",
  );
  room.must({
    type: "grant-facilitator",
    payload: { participantId: personId(0) },
  });
  expect(
    room.as(personId(0), { type: "set-lock", payload: { locked: true } }),
  ).toMatchObject({ seq: room.state.seq });
  expect(
    room.as(personId(0), {
      type: "remove-participant",
      payload: { participantId: facilitatorId },
    }),
  ).toBe("facilitator-stays");
  expect(room.lead({ type: "release-facilitator", payload: {} })).toMatchObject(
    { type: "release-facilitator" },
  );
  expect(room.lead({ type: "set-lock", payload: { locked: false } })).toBe(
    "facilitators-only",
  );
});

test("L20: another workshop's command is none of this one", () => {
  const room = runningRoom();
  const command = { ...room.command(note(1)), workshopId: otherId(1) };
  expect(decide(room.state, command, person(personId(0)), room.now)).toEqual({
    ok: false,
    reason: "not-in-this-workshop",
  });
});

test("L10: a note is its author's to change and to take back, until the room goes on", () => {
  const room = runningRoom();
  room.as(personId(0), note(1, "Reach"));
  const edit: Asked = {
    type: "edit-note",
    payload: { noteId: noteId(1), text: "Reach in the north" },
  };
  const withdraw: Asked = {
    type: "withdraw-note",
    payload: { noteId: noteId(1) },
  };
  // While it is hidden, somebody else's note and no note at all get the same answer.
  expect(room.as(personId(1), edit)).toBe("note-not-found");
  expect(room.as(personId(1), withdraw)).toBe("note-not-found");
  expect(room.lead(withdraw)).toBe("note-not-found");
  expect(room.as(personId(0), edit)).toMatchObject({ type: "edit-note" });
  expect(room.as(personId(0), note(1))).toBe("note-exists");
  room.reveal("revealed");
  expect(room.as(personId(1), edit)).toBe("not-your-note");
  expect(room.as(personId(1), withdraw)).toBe("not-your-note");
  expect(room.as(personId(0), withdraw)).toMatchObject({
    type: "withdraw-note",
  });
  expect(room.state.notes).toEqual([]);
});

test("L10: entries wait for their step: nothing is taken before the start or for a step to come", () => {
  const room = openRoom();
  expect(room.as(personId(0), note(1))).toBe("workshop-not-running");
  room.must({ type: "start", stepId: null, payload: {} });
  const points = evenPoints(room.state);
  expect(
    room.as(personId(0), {
      type: "allocate-points",
      stepId: weightStep,
      payload: { round: 1, points },
    }),
  ).toBe("step-not-open-yet");
  expect(room.as(personId(0), { ...note(1), stepId: "no-such-step" })).toBe(
    "step-unknown",
  );
  expect(room.as(personId(0), { ...note(1), stepId: scoreStep })).toBe(
    "wrong-activity",
  );
});

test("L11: phases go forward one at a time, and nothing that was shown is hidden again", () => {
  const room = runningRoom();
  room.reveal("revealed");
  expect(room.lead({ type: "set-phase", payload: { phase: "private" } })).toBe(
    "phase-not-next",
  );
  expect(
    room.lead({
      type: "set-phase",
      stepId: weightStep,
      payload: { phase: "round1" },
    }),
  ).toBe("step-not-open-yet");
  room.goTo(1);
  expect(
    room.lead({ type: "set-phase", payload: { phase: "round1-revealed" } }),
  ).toBe("phase-not-next");
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  // Nothing was shown yet, so the choice can be reopened.
  room.must({ type: "set-phase", payload: { phase: "choosing" } });
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  room.reveal("round1-revealed");
  expect(room.lead({ type: "set-phase", payload: { phase: "choosing" } })).toBe(
    "phase-not-next",
  );
  expect(room.lead({ type: "set-phase", payload: { phase: "round1" } })).toBe(
    "phase-not-next",
  );
});

test.each<
  [
    string,
    (even: Record<string, number>) => Record<string, number>,
    RefusalReason | "accepted",
  ]
>([
  ["exactly 100 on each axis", (even) => even, "accepted"],
  [
    "101 on one axis",
    (even) => ({ ...even, "growth-potential": 26 }),
    "points-not-100",
  ],
  [
    "99 on one axis",
    (even) => ({ ...even, "growth-potential": 24 }),
    "points-not-100",
  ],
  [
    "200 on one axis and nothing on the other",
    (even) =>
      Object.fromEntries(
        Object.keys(even).map((id, index) => [id, index < 4 ? 50 : 0]),
      ),
    "points-not-100",
  ],
  [
    "a criterion left out",
    (even) => Object.fromEntries(Object.entries(even).slice(1)),
    "points-incomplete",
  ],
  [
    "a criterion that isn't there",
    (even) => ({ ...even, price: 0 }),
    "criterion-unknown",
  ],
])("L12: points with %s", (_, change, expected) => {
  const room = runningRoom();
  room.goTo(1);
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  const answer = room.as(personId(0), {
    type: "allocate-points",
    payload: { round: 1, points: change(evenPoints(room.state)) },
  });
  expect(typeof answer === "string" ? answer : "accepted").toBe(expected);
});

test("L12: many distributions from one person leave one, the last", () => {
  const room = runningRoom();
  room.goTo(1);
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  const even = evenPoints(room.state);
  for (let take = 0; take < 25; take += 1)
    room.as(personId(0), {
      type: "allocate-points",
      payload: {
        round: 1,
        points: {
          ...even,
          "growth-potential": 25 + take,
          "sector-position": 25 - take,
        },
      },
    });
  const [entries] = Object.values(room.state.points);
  expect(Object.keys(entries ?? {})).toEqual([personId(0)]);
  expect(entries?.[personId(0)]?.points["growth-potential"]).toBe(49);
});

test("L13: what comes after its step, its round or during a lock goes to the tray and doesn't count", () => {
  const room = runningRoom();
  room.must({ type: "set-lock", payload: { locked: true } });
  expect(isLate(room.as(personId(0), note(1, "typed during the lock")))).toBe(
    true,
  );
  room.must({ type: "set-lock", payload: { locked: false } });
  room.reveal("revealed");
  room.goTo(1);
  expect(isLate(room.as(personId(0), note(2, "typed in the lift")))).toBe(true);
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  room.reveal("round1-revealed");
  const points = evenPoints(room.state);
  expect(
    isLate(
      room.as(personId(0), {
        type: "allocate-points",
        payload: { round: 1, points },
      }),
    ),
  ).toBe(true);
  expect(
    room.as(personId(0), {
      type: "allocate-points",
      payload: { round: 2, points },
    }),
  ).toBe("wrong-phase");
  expect(room.state.notes).toEqual([]);
  expect(room.state.points).toEqual({});

  const seen = viewOf(room.state, {
    kind: "person",
    participantId: personId(1),
  });
  expect(seen.late.map(({ text, sent }) => ({ text, sent }))).toHaveLength(2);
  expect(
    seen.late.every(({ text, sent }) => text !== null && sent === null),
  ).toBe(true);
  const own = viewOf(room.state, {
    kind: "person",
    participantId: personId(0),
  });
  expect(own.late.map(({ type }) => type).sort()).toEqual([
    "add-note",
    "add-note",
    "allocate-points",
  ]);
  const led = viewOf(room.state, {
    kind: "person",
    participantId: facilitatorId,
  });
  expect(led.late).toHaveLength(3);
});

test("L13: the facilitator lets a late note onto the board, once; late points never count", () => {
  const room = runningRoom();
  room.reveal("revealed");
  room.goTo(1);
  room.as(personId(0), note(2, "typed in the lift"));
  const admit: Asked = { type: "admit-late", payload: { lateId: noteId(2) } };
  expect(room.lead(admit)).toMatchObject({ type: "admit-late" });
  expect(room.state.notes).toMatchObject([
    { id: noteId(2), authorId: personId(0), stepId: brainstormStep },
  ]);
  expect(room.lead(admit)).toBe("nothing-to-change");
  expect(room.as(personId(0), note(2))).toBe("note-exists");
});

test("L14: removing a person takes what nobody saw and leaves what was revealed", () => {
  const room = runningRoom("anonymous");
  room.as(personId(0), note(1, "revealed"));
  room.reveal("revealed");
  room.goTo(1);
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  room.as(personId(0), {
    type: "allocate-points",
    payload: { round: 1, points: evenPoints(room.state) },
  });
  room.must({
    type: "remove-participant",
    payload: { participantId: personId(0) },
  });
  expect(room.state.notes).toHaveLength(1);
  expect(room.state.points).toEqual({});
});

test("L15: a facilitator leads and doesn't answer: no points, scores, stages, nominations or votes", () => {
  const room = runningRoom();
  expect(
    room.lead({ type: "nominate", payload: { accountIds: [accountId(0)] } }),
  ).toBe("participants-only");
  expect(room.lead({ type: "set-done", payload: { done: true } })).toBe(
    "participants-only",
  );
  room.as(personId(0), {
    type: "propose-decision",
    payload: { decisionId: otherId(1), text: "Ten", accountId: null },
  });
  expect(
    room.lead({
      type: "vote-decision",
      payload: { decisionId: otherId(1), vote: "for" },
    }),
  ).toBe("participants-only");
  expect(room.lead(note(1))).toMatchObject({ type: "add-note" });
});

test("L16: only what is revealed can be grouped, and a removed group leaves its notes", () => {
  const room = runningRoom();
  room.as(personId(0), note(1));
  const group: Asked = {
    type: "add-group",
    payload: { groupId: otherId(1), title: "Reach", noteIds: [noteId(1)] },
  };
  expect(room.lead(group)).toBe("not-revealed-yet");
  room.reveal("revealed");
  expect(room.as(personId(1), group)).toMatchObject({ type: "add-group" });
  expect(room.state.notes[0]?.groupId).toBe(otherId(1));
  expect(
    room.as(personId(1), {
      type: "move-note",
      payload: { noteId: noteId(1), groupId: otherId(7) },
    }),
  ).toBe("group-not-found");
  room.must({ type: "remove-group", payload: { groupId: otherId(1) } });
  expect(room.state.notes).toMatchObject([{ id: noteId(1), groupId: null }]);
});

test("L17: votes are secret until the decision is closed, and then a count", () => {
  const room = runningRoom();
  room.as(personId(0), {
    type: "propose-decision",
    payload: {
      decisionId: otherId(1),
      text: "Ten key accounts",
      accountId: null,
    },
  });
  const vote = (choice: "for" | "against" | null): Asked => ({
    type: "vote-decision",
    payload: { decisionId: otherId(1), vote: choice },
  });
  room.as(personId(0), vote("for"));
  room.as(personId(1), vote("for"));
  room.as(personId(1), vote("against"));
  room.as(personId(2), vote("against"));
  room.as(personId(2), vote(null));
  const seenBy = (id: string) =>
    viewOf(room.state, { kind: "person", participantId: id }).decisions[0];
  expect(seenBy(facilitatorId)).toMatchObject({ votes: {}, tally: null });
  expect(seenBy(personId(1))).toMatchObject({
    votes: { [personId(1)]: "against" },
    tally: null,
  });
  room.must({
    type: "close-decision",
    payload: { decisionId: otherId(1), outcome: "adopted" },
  });
  expect(seenBy(facilitatorId)).toMatchObject({
    votes: {},
    status: "adopted",
    tally: { for: 1, against: 1 },
  });
  expect(room.as(personId(2), vote("for"))).toBe("decision-closed");
});

test("L18: criteria are chosen before the points, within the limits of each axis", () => {
  const room = runningRoom();
  const put = (
    number: number,
    name: string | null = `Own ${number}`,
  ): Asked => ({
    type: "put-criterion",
    stepId: weightStep,
    payload: {
      criterionId: otherId(number),
      axis: "strength",
      name,
      definition: null,
      lowAnchor: null,
      highAnchor: null,
      groupId: null,
    },
  });
  expect(room.lead(put(1, null))).toBe("criterion-name-missing");
  expect(room.lead(put(1))).toMatchObject({ type: "put-criterion" });
  expect(room.lead(put(2))).toMatchObject({ type: "put-criterion" });
  expect(room.lead(put(3))).toBe("too-many-criteria");
  expect(room.lead(put(2, "Renamed"))).toMatchObject({ type: "put-criterion" });
  room.goTo(1);
  for (const { id, axis } of room.state.criteria)
    if (axis === "attractiveness" && id !== "growth-potential")
      room.must({ type: "drop-criterion", payload: { criterionId: id } });
  expect(room.lead({ type: "set-phase", payload: { phase: "round1" } })).toBe(
    "too-few-criteria",
  );
  room.must({
    type: "put-criterion",
    payload: {
      criterionId: "reference-value",
      axis: "attractiveness",
      name: null,
      definition: null,
      lowAnchor: null,
      highAnchor: null,
      groupId: null,
    },
  });
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  expect(room.lead(put(2))).toBe("wrong-phase");
});

test("L18: accounts and criteria stay once figures about them were shown", () => {
  const room = runningRoom();
  room.goTo(2);
  room.reveal("revealed");
  expect(
    room.lead({ type: "drop-account", payload: { accountId: accountId(0) } }),
  ).toBe("already-revealed");
  expect(
    room.lead({
      type: "add-account",
      payload: { accountId: otherId(1), name: "Late Oy" },
    }),
  ).toBe("already-revealed");
  expect(
    room.lead({
      type: "drop-criterion",
      stepId: weightStep,
      payload: { criterionId: "growth-potential" },
    }),
  ).toBe("already-revealed");
});

test("L18: reloaded sales facts replace the old ones and leave the room's own estimates", () => {
  const room = runningRoom();
  room.must({
    type: "set-potential",
    payload: { accountId: accountId(0), amount: 900_000 },
  });
  const facts = {
    revenue12m: { amount: 5, currency: "EUR" },
    growthShare: 0.1,
    marginShare: 0.2,
    unitsServed: ["Timber"],
    source: "sales import",
    asOf: "2026-11-01",
  };
  room.must({
    type: "load-accounts",
    payload: {
      accounts: [
        { id: accountId(0), name: "Renamed", facts, potential: null },
        { id: otherId(3), name: "New", facts, potential: null },
      ],
    },
  });
  expect(room.state.accounts.map(({ name }) => name)).toEqual([
    "Renamed",
    "Account 1",
    "Account 2",
    "New",
  ]);
  expect(room.state.accounts[0]).toMatchObject({
    facts,
    potential: { amount: 900_000, currency: "EUR" },
  });
});

test("L19: an account is moved in the portfolio only after the scores are shown", () => {
  const room = runningRoom();
  const move: Asked = {
    type: "override-position",
    stepId: portfolioStep,
    payload: {
      accountId: accountId(0),
      x: 8,
      y: 9,
      reason: "New factory next door",
    },
  };
  expect(room.lead(move)).toBe("not-revealed-yet");
  room.goTo(2);
  room.reveal("revealed");
  expect(room.lead(move)).toMatchObject({ type: "override-position" });
  expect(
    room.lead({
      type: "clear-override",
      stepId: portfolioStep,
      payload: { accountId: accountId(0) },
    }),
  ).toMatchObject({ type: "clear-override" });
  expect(room.state.overrides).toEqual([]);
});

test("L25: timers are set in server time: entering a step starts its box, a pause keeps what is left", () => {
  const room = runningRoom();
  const started = room.now - 1_000;
  expect(room.state.timer).toEqual({
    stepId: brainstormStep,
    endsAt: started + 20 * 60_000,
    remainingMs: null,
  });
  room.now = started + 60_000;
  room.must({ type: "set-timer", payload: { change: "extend", seconds: 300 } });
  expect(room.state.timer.endsAt).toBe(started + 25 * 60_000);
  room.now = started + 120_000;
  room.must({ type: "set-timer", payload: { change: "pause" } });
  expect(room.state.timer).toMatchObject({
    endsAt: null,
    remainingMs: 23 * 60_000,
  });
  expect(room.lead({ type: "set-timer", payload: { change: "pause" } })).toBe(
    "timer-not-running",
  );
  room.now = started + 600_000;
  room.must({ type: "set-timer", payload: { change: "resume" } });
  expect(room.state.timer.endsAt).toBe(started + 600_000 + 23 * 60_000);
  expect(room.lead({ type: "set-timer", payload: { change: "resume" } })).toBe(
    "timer-not-paused",
  );
  room.must({ type: "set-timer", payload: { change: "clear" } });
  // Coming back to a step leaves it what is left of its box.
  room.goTo(1);
  room.goTo(0);
  const spent = room.state.steps[0]?.spentMs ?? 0;
  expect(room.state.timer.endsAt).toBe(room.now - 1_000 + 20 * 60_000 - spent);
});

test("L26: a closed workshop takes nothing more", () => {
  const room = runningRoom();
  room.must({ type: "close-workshop", payload: {} });
  expect(room.as(personId(0), note(1))).toBe("workshop-closed");
  expect(room.lead({ type: "set-lobby", payload: { open: true } })).toBe(
    "workshop-closed",
  );
});

test("L22: in a named room a shown note is one frame for everybody; a hidden one reaches its author alone", () => {
  const room = runningRoom();
  const framesOf = (asked: Asked) => {
    const before = room.state;
    const operation = room.as(personId(0), asked) as Operation;
    return framesFor(operation, before, room.state);
  };
  const hidden = framesOf(note(1));
  expect(hidden.byClass).toEqual({
    facilitator: [],
    participant: [],
    screen: [],
  });
  expect(Object.keys(hidden.byPerson)).toEqual([personId(0)]);
  room.reveal("revealed");
  const shown = framesOf(note(2));
  expect(shown.byPerson).toEqual({});
  expect(shown.byClass.participant).toHaveLength(1);
});

test("L24: the order of revealed notes has nothing to do with the order of writing", () => {
  const room = runningRoom("anonymous");
  for (let number = 1; number < 9; number += 1)
    room.as(personId(number % 5), note(number, `n${number}`));
  room.reveal("revealed");
  const seen = viewOf(room.state, { kind: "screen" }).notes;
  expect(seen.map(({ id }) => id)).toEqual(seen.map(({ id }) => id).toSorted());
  expect(seen.map(({ text }) => text)).not.toEqual([
    "n1",
    "n2",
    "n3",
    "n4",
    "n5",
    "n6",
    "n7",
    "n8",
  ]);
});

test("L27: what waits in the outbox shows in one's own view at once, and what would be refused doesn't", () => {
  const room = runningRoom();
  const view = viewOf(room.state, {
    kind: "person",
    participantId: personId(0),
  });
  const command = (asked: Asked) =>
    room.command(asked) as Parameters<typeof withPending>[1][number];
  const shown = withPending(
    view,
    [
      command(note(1, "offline")),
      command({ type: "set-lock", payload: { locked: true } }),
    ],
    room.now,
  );
  expect(shown.notes).toMatchObject([
    { text: "offline", authorId: personId(0) },
  ]);
  expect(shown.locked).toBe(false);
  expect(view.notes).toEqual([]);
  // Once it has arrived, showing it again adds nothing.
  room.as(personId(0), note(1, "offline"));
  const after = viewOf(room.state, {
    kind: "person",
    participantId: personId(0),
  });
  expect(
    withPending(after, [command(note(1, "offline"))], room.now).notes,
  ).toEqual(after.notes);
});

test("a view carries nothing of the server's own books", () => {
  const room = runningRoom();
  const view = viewOf(room.state, {
    kind: "person",
    participantId: facilitatorId,
  });
  expect(view).not.toHaveProperty("log");
  expect(view.id).toBe(workshopId);
});

test("somebody who isn't in the room sees what the screen shows", () => {
  const room: Room = runningRoom();
  const stranger = viewOf(room.state, {
    kind: "person",
    participantId: personId(77),
  });
  expect(stranger.viewer).toEqual({ class: "screen", participantId: null });
});
