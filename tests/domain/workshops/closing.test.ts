import { expect, test } from "vitest";
import type { WorkshopOutput } from "~/domain/plans/output";
import { agendaOf, proposeCut } from "~/domain/workshops/agenda";
import { outputsOf } from "~/domain/workshops/outputs";
import {
  capacityLine,
  keptAboveCut,
  portfolioOf,
  quadrantOf,
  tiersByCut,
} from "~/domain/workshops/portfolio";
import type { CutOffConfig } from "~/domain/workshops/types";
import { viewOf } from "~/domain/workshops/visible-to";
import {
  accountId,
  evenPoints,
  facilitatorId,
  noteId,
  openRoom,
  otherId,
  personId,
  type Room,
  runningRoom,
  stepIds,
} from "./room";
import type { Mode } from "~/domain/workshops/types";

const minute = 60_000;
const halves = { strengthFrom: 5.5, attractivenessFrom: 5.5 };

test.each([
  [8, 8, "invest"],
  [5.5, 5.5, "invest"],
  [5.4, 8, "invest-selectively"],
  [8, 5.4, "maintain"],
  [2, 2, "manage-for-cash"],
] as const)(
  "W12: strength %d and attractiveness %d mean %s",
  (x, y, quadrant) => {
    expect(quadrantOf(x, y, halves)).toBe(quadrant);
  },
);

test("W14: the first by rank are key accounts, the next candidates, the rest ordinary", () => {
  const ranked = [3, 1, 2, 4].map((rank) => ({ accountId: `k${rank}`, rank }));
  const tiers = tiersByCut(ranked, { key: 1, candidate: 2 });
  expect(Object.fromEntries(tiers)).toEqual({
    k1: "key",
    k2: "candidate",
    k3: "candidate",
    k4: "standard",
  });
});

test("W9: the share above the cut is read at the cut", () => {
  expect(keptAboveCut([0.2, 0.7, 1], 2)).toBe(0.7);
  expect(keptAboveCut([0.2, 0.7, 1], 9)).toBe(1);
  expect(keptAboveCut([0.2, 0.7, 1], 0)).toBeNull();
  expect(keptAboveCut([], 2)).toBeNull();
});

const tiers: CutOffConfig = {
  attractivenessShare: 0.5,
  tiers: [
    { id: "key", effort: { kamDays: 60, sponsors: 0.5 } },
    { id: "candidate", effort: { kamDays: 20, sponsors: 0.1 } },
  ],
};

test("W15: the capacity line says what the tiers take and how many would fit", () => {
  const line = capacityLine(
    { kamDays: 1_000, sponsors: 6, effort: {} },
    tiers,
    { key: 12, candidate: 10 },
  );
  expect(line).toMatchObject({
    kamDaysUsed: 920,
    withinKamDays: true,
    withinSponsors: false,
    maximum: { key: 10, candidate: 0 },
  });
  expect(line.sponsorsUsed).toBeCloseTo(7, 12);
});

test("W15: the room's own effort goes before the template's, and no effort means no limit", () => {
  const capacity = {
    kamDays: 100,
    sponsors: 1,
    effort: {
      key: { kamDays: 10, sponsors: 0.1 },
      candidate: { kamDays: 0, sponsors: 0 },
    },
  };
  expect(capacityLine(capacity, tiers, {}).maximum).toEqual({
    key: 10,
    candidate: null,
  });
});

test("the agenda knows how far behind the room is and when it will end", () => {
  const room = runningRoom();
  const started = room.state.startedAt as number;
  expect(agendaOf(room.state, started + 5 * minute)).toMatchObject({
    behindMs: 0,
    endsAt: started + 180 * minute,
  });
  // Twenty minutes were planned for the first step, and 27 have gone.
  expect(agendaOf(room.state, started + 27 * minute)).toMatchObject({
    behindMs: 7 * minute,
    endsAt: started + 187 * minute,
  });
  room.now = started + 27 * minute;
  room.goTo(1);
  const later = agendaOf(room.state, started + 30 * minute);
  expect(later).toMatchObject({
    behindMs: 7 * minute,
    endsAt: started + 187 * minute,
  });
  expect(later.lines.map(({ state }) => state)).toEqual([
    "over",
    "current",
    "ahead",
    "ahead",
    "ahead",
    "ahead",
  ]);
  expect(later.lines[2]).toMatchObject({
    startsAt: started + 52 * minute,
    endsAt: started + 92 * minute,
  });
});

test("a room that was quicker than planned is ahead", () => {
  const room = runningRoom();
  const started = room.state.startedAt as number;
  room.now = started + 12 * minute;
  room.goTo(1);
  expect(agendaOf(room.state, started + 12 * minute)).toMatchObject({
    behindMs: -8 * minute,
    endsAt: started + 172 * minute,
  });
});

test("before the start there is a plan and no delay", () => {
  expect(agendaOf(openRoom().state, 5)).toMatchObject({
    behindMs: 0,
    endsAt: null,
    plannedMs: 180 * minute,
  });
});

test("cutting 15 minutes takes them from the coming steps, by what each can spare, to the minute", () => {
  const room = runningRoom();
  const cut = proposeCut(room.state, 15);
  expect(cut.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(15);
  expect(cut.map(({ stepId }) => stepId)).not.toContain(stepIds[0]);
  const everything = proposeCut(room.state, 10_000);
  expect(everything.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
    20 + 35 + 15 + 30 + 35,
  );
  expect(proposeCut(room.state, 0)).toEqual([]);
});

/** A room of eight that goes through all six steps. */
function finishedRoom(mode: Mode): Room {
  const room = runningRoom(mode, 8, 3);
  const everybody = Array.from({ length: 8 }, (_, who) => personId(who));
  everybody.forEach((id, who) =>
    room.as(id, {
      type: "add-note",
      payload: { noteId: noteId(who), text: `Reason ${who}` },
    }),
  );
  room.reveal("revealed");
  room.goTo(1);
  room.must({ type: "set-phase", payload: { phase: "round1" } });
  for (const id of everybody)
    room.as(id, {
      type: "allocate-points",
      payload: { round: 1, points: evenPoints(room.state) },
    });
  room.reveal("round1-revealed");
  room.must({ type: "set-phase", payload: { phase: "round2" } });
  for (const id of everybody)
    room.as(id, {
      type: "allocate-points",
      payload: {
        round: 2,
        points: {
          ...evenPoints(room.state),
          "growth-potential": 40,
          "sector-position": 10,
        },
      },
    });
  room.reveal("round2-revealed");
  room.goTo(2);
  const scoreOf = [9, 6, 2];
  for (const id of everybody)
    room.as(id, {
      type: "set-scores",
      payload: {
        round: 1,
        scores: scoreOf.flatMap((score, account) =>
          room.state.criteria.map((one, index) => ({
            accountId: accountId(account),
            criterionId: one.id,
            score: index === 7 ? ("unknown" as const) : score,
          })),
        ),
      },
    });
  room.reveal("revealed");
  room.goTo(3);
  for (const id of everybody)
    room.as(id, {
      type: "propose-stages",
      payload: {
        stages: [
          { accountId: accountId(0), stage: "cooperative" },
          { accountId: accountId(1), stage: "basic" },
        ],
      },
    });
  room.reveal("revealed");
  room.must({
    type: "settle-stage",
    payload: { accountId: accountId(1), stage: "exploratory" },
  });
  room.goTo(4);
  room.must({
    type: "override-position",
    payload: {
      accountId: accountId(2),
      x: 3,
      y: 8,
      reason: "Builds a plant beside ours",
    },
  });
  room.goTo(5);
  room.must({
    type: "set-cut-off",
    payload: { counts: { key: 1, candidate: 1 } },
  });
  room.must({
    type: "write-definition",
    payload: {
      text: "We can serve one.",
      entryRule: "Rank 1",
      exitRule: "Two years below",
      reviewRule: "Every November",
      maximumCount: 1,
    },
  });
  room.as(personId(0), {
    type: "propose-decision",
    payload: {
      decisionId: otherId(1),
      text: "One key account",
      accountId: null,
    },
  });
  room.as(personId(0), {
    type: "propose-decision",
    payload: { decisionId: otherId(2), text: "Left open", accountId: null },
  });
  for (const id of everybody.slice(0, 5))
    room.as(id, {
      type: "vote-decision",
      payload: {
        decisionId: otherId(1),
        vote: id === personId(0) ? "against" : "for",
      },
    });
  room.must({
    type: "close-decision",
    payload: { decisionId: otherId(1), outcome: "adopted" },
  });
  room.as(personId(1), {
    type: "add-action",
    payload: {
      actionId: otherId(3),
      text: "Name the sponsor",
      ownerName: "Owner Person",
      dueOn: "2027-01-31",
      accountId: accountId(0),
    },
  });
  room.as(personId(1), {
    type: "put-objective",
    payload: {
      objectiveId: otherId(4),
      accountId: accountId(0),
      text: "Supplies all three plants",
    },
  });
  room.must({ type: "close-workshop", payload: {} });
  return room;
}

const textOf = (id: string) => ({
  name: `name of ${id}`,
  definition: "d",
  lowAnchor: "low",
  highAnchor: "high",
});
const ofKind = <K extends WorkshopOutput["kind"]>(
  outputs: ReadonlyArray<WorkshopOutput>,
  kind: K,
) =>
  outputs.filter(
    (one): one is Extract<WorkshopOutput, { kind: K }> => one.kind === kind,
  );

test("a finished workshop hands over criteria, scores, places, stages, tiers, decisions, actions and objectives", () => {
  const { state } = finishedRoom("named");
  const outputs = outputsOf(state, textOf);
  const [growth] = ofKind(outputs, "criterion");
  expect(ofKind(outputs, "criterion")).toHaveLength(8);
  expect(growth).toMatchObject({
    name: "name of growth-potential",
    axis: "attractiveness",
    weight: 40,
    anchors: ["low", "high"],
    dispersionRound1: 0,
    dispersionRound2: 0,
  });
  expect(ofKind(outputs, "definition")).toMatchObject([
    {
      text: "We can serve one.",
      exitRule: "Two years below\nEvery November",
      maxCount: 1,
    },
  ]);
  const [score] = ofKind(outputs, "score");
  expect(score).toMatchObject({
    accountId: accountId(0),
    attractiveness: 9,
    strength: 9,
    coverageShare: 0.875,
  });
  expect(score?.byCriterion.at(-1)).toMatchObject({ score: null, n: 0 });
  expect(
    ofKind(outputs, "portfolio-position").map(
      ({ accountId: id, quadrant, overrideReason }) => [
        id,
        quadrant,
        overrideReason,
      ],
    ),
  ).toEqual([
    [accountId(0), "invest", null],
    [accountId(1), "invest", null],
    [accountId(2), "invest-selectively", "Builds a plant beside ours"],
  ]);
  expect(
    ofKind(outputs, "relationship-stage").map(({ stage }) => stage),
  ).toEqual(["cooperative", "exploratory"]);
  expect(ofKind(outputs, "tier")).toMatchObject([
    {
      accountId: accountId(0),
      tier: "key",
      score: 9,
      rank: 1,
      rankStability: 1,
    },
    { accountId: accountId(1), tier: "candidate", rank: 2, rankStability: 0 },
    {
      accountId: accountId(2),
      tier: "standard",
      score: 5.5,
      rank: 3,
      rankStability: null,
    },
  ]);
  expect(ofKind(outputs, "decision")).toMatchObject([
    {
      text: "One key account",
      votesFor: 4,
      votesAgainst: 1,
      provenance: { decidedByName: "Kadri" },
    },
  ]);
  expect(ofKind(outputs, "action")).toMatchObject([
    {
      title: "Name the sponsor",
      ownerName: "Owner Person",
      dueOn: "2027-01-31",
    },
  ]);
  expect(ofKind(outputs, "objective")).toMatchObject([
    { statement: "Supplies all three plants" },
  ]);
});

test("every output says from which step and operations it comes, and who stood behind it", () => {
  const { state, log } = finishedRoom("named");
  for (const { provenance } of outputsOf(state, textOf)) {
    const ofStep = log.filter(({ stepId }) => stepId === provenance.stepId);
    expect(provenance.seqFrom).toBe(ofStep[0]?.seq);
    expect(provenance.seqTo).toBe(ofStep.at(-1)?.seq);
    expect(new Date(provenance.decidedAt).toISOString()).toBe(
      provenance.decidedAt,
    );
  }
  const [criterion] = ofKind(outputsOf(state, textOf), "criterion");
  expect(criterion?.provenance.contributors).toEqual({
    names: Array.from({ length: 8 }, (_, who) => `Person ${who}`),
  });
});

test("an anonymous workshop's outputs hold a number of people and no participant's name", () => {
  const outputs = outputsOf(finishedRoom("anonymous").state, textOf);
  expect(ofKind(outputs, "criterion")[0]?.provenance.contributors).toEqual({
    anonymous: true,
    n: 8,
  });
  expect(JSON.stringify(outputs)).not.toContain("Person 1");
});

test("outputs keep their ids, so that adopting them twice changes nothing", () => {
  const { state } = finishedRoom("named");
  const ids = outputsOf(state, textOf).map(({ id }) => id);
  expect(outputsOf(state, textOf).map(({ id }) => id)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
});

test("what was never revealed or decided is no output", () => {
  const room = runningRoom("named", 5);
  room.goTo(2);
  room.as(personId(0), {
    type: "set-scores",
    payload: {
      round: 1,
      scores: [
        { accountId: accountId(0), criterionId: "growth-potential", score: 9 },
      ],
    },
  });
  room.must({ type: "close-workshop", payload: {} });
  expect(outputsOf(room.state, textOf)).toEqual([]);
});

test("W13: the browser's portfolio and the report's come from the same figures", () => {
  const room = finishedRoom("named");
  const seen = portfolioOf(
    viewOf(room.state, { kind: "person", participantId: personId(3) }),
  );
  const led = portfolioOf(
    viewOf(room.state, { kind: "person", participantId: facilitatorId }),
  );
  expect(seen).toEqual(led);
  const [first] = ofKind(outputsOf(room.state, textOf), "portfolio-position");
  expect(seen[0]).toMatchObject({
    accountId: first?.accountId,
    x: first?.x,
    y: first?.y,
  });
});
