import { expect, test } from "vitest";
import type { Provenance, WorkshopOutput } from "~/domain/plans/output";
import {
  planChangeFromOutput,
  plansFor,
  type AdoptionTarget,
} from "~/domain/plans/plan-change-from-output";
import { decideProposal, type Proposal } from "~/domain/plans/proposal";

const outputId = "019f0000-0000-7000-8000-000000000001";
const planId = "019f0000-0000-7000-8000-000000000002";
const accountId = "019f0000-0000-7000-8000-000000000003";
const ownerId = "019f0000-0000-7000-8000-000000000004";
const programme: AdoptionTarget = { kind: "programme", planId };
const accountPlan: AdoptionTarget = { kind: "account", planId, accountId };

const provenance: Provenance = {
  workshopId: "w",
  workshopTitle: "Strateegiapäev",
  stepId: "weights",
  seqFrom: 41,
  seqTo: 97,
  contributors: { anonymous: true, n: 12 },
  mean: 31,
  median: 30,
  dispersion: 0.12,
  decidedByName: "Kati Konsultant",
  decidedAt: "2026-10-05T09:30:00.000Z",
};
const from = { id: outputId, provenance };

const criterion: WorkshopOutput = {
  ...from,
  kind: "criterion",
  name: "Kasvupotentsiaal",
  definition: "Mida klient kolme aasta pärast osta võiks",
  axis: "attractiveness",
  anchors: ["kahaneb", "püsib", "kasvab"],
  weight: 30,
  dispersionRound1: 0.31,
  dispersionRound2: 0.12,
};
const objective: WorkshopOutput = {
  ...from,
  kind: "objective",
  accountId,
  statement: "Kasvatame pakendite käivet",
};
const action: WorkshopOutput = {
  ...from,
  kind: "action",
  title: "Kohtu ostujuhiga",
  ownerName: "Mari Tamm",
  ownerId,
  dueOn: "2027-01-31",
  accountId,
};
const decision: WorkshopOutput = {
  ...from,
  kind: "decision",
  text: "Alustame viie võtmekliendiga",
  votesFor: 11,
  votesAgainst: 1,
  accountId: null,
};

test.each<[string, WorkshopOutput, AdoptionTarget, object]>([
  [
    "a criterion with its weight and both rounds' spread",
    criterion,
    programme,
    {
      section: "criteria",
      kind: "criterion",
      entryId: outputId,
      fields: {
        name: "Kasvupotentsiaal",
        definition: "Mida klient kolme aasta pärast osta võiks",
        axis: "attractiveness",
        anchors: "kahaneb\npüsib\nkasvab",
        weight: "30",
        dispersionRound1: "0.31",
        dispersionRound2: "0.12",
      },
    },
  ],
  [
    "the definition with its rules and the number of accounts",
    {
      ...from,
      kind: "definition",
      text: "T",
      entryRule: "E",
      exitRule: "X",
      maxCount: 15,
    },
    programme,
    {
      section: "criteria",
      kind: "programme",
      entryId: planId,
      fields: {
        definition: "T",
        entryRule: "E",
        exitRule: "X",
        maxCount: "15",
      },
    },
  ],
  [
    "a tier into the portfolio, on the account's line",
    {
      ...from,
      kind: "tier",
      accountId,
      tier: "key",
      score: 7.25,
      rank: 2,
      rankStability: 0.94,
    },
    programme,
    {
      section: "portfolio",
      kind: "portfolio_line",
      entryId: accountId,
      fields: {
        accountId,
        tier: "key",
        score: "7.25",
        rank: "2",
        rankStability: "0.94",
      },
    },
  ],
  [
    "a tier into the account's plan",
    {
      ...from,
      kind: "tier",
      accountId,
      tier: "key",
      score: 7.25,
      rank: 2,
      rankStability: null,
    },
    accountPlan,
    {
      section: "why-key",
      kind: "plan",
      entryId: planId,
      fields: { tier: "key" },
    },
  ],
  [
    "a place in the portfolio, on the same line as the tier",
    {
      ...from,
      kind: "portfolio-position",
      accountId,
      x: 6,
      y: 8.5,
      quadrant: "invest",
      overrideReason: null,
      coverageShare: 0.9,
    },
    programme,
    {
      section: "portfolio",
      kind: "portfolio_line",
      entryId: accountId,
      fields: {
        accountId,
        x: "6",
        y: "8.5",
        quadrant: "invest",
        coverageShare: "0.9",
      },
    },
  ],
  [
    "a place in the portfolio into why the account is key, with the reason for moving it",
    {
      ...from,
      kind: "portfolio-position",
      accountId,
      x: 6,
      y: 8.5,
      quadrant: "maintain",
      overrideReason: "Omanik vahetub",
      coverageShare: 0.9,
    },
    accountPlan,
    {
      section: "why-key",
      kind: "plan",
      entryId: planId,
      fields: {
        quadrant: "maintain",
        overrideReason: "Omanik vahetub",
        coverageShare: "0.9",
      },
    },
  ],
  [
    "the stage of the relationship into the position",
    { ...from, kind: "relationship-stage", accountId, stage: "cooperative" },
    accountPlan,
    {
      section: "position",
      kind: "plan",
      entryId: planId,
      fields: { relationshipStage: "cooperative" },
    },
  ],
  [
    "scores, with a dash where nobody knew",
    {
      ...from,
      kind: "score",
      accountId,
      attractiveness: 7.5,
      strength: null,
      coverageShare: 0.5,
      byCriterion: [
        { name: "Kasvupotentsiaal", axis: "attractiveness", score: 7.5, n: 12 },
        { name: "Asukoht", axis: "strength", score: null, n: 0 },
      ],
    },
    accountPlan,
    {
      section: "why-key",
      kind: "plan",
      fields: {
        attractiveness: "7.5",
        coverageShare: "0.5",
        criteriaScores: "Kasvupotentsiaal: 7.5 (n = 12)\nAsukoht: – (n = 0)",
      },
    },
  ],
  [
    "a decision about the programme with its votes and its day",
    decision,
    programme,
    {
      section: "roadmap",
      kind: "decision",
      entryId: outputId,
      fields: {
        text: "Alustame viie võtmekliendiga",
        votesFor: "11",
        votesAgainst: "1",
        decidedOn: "2026-10-05",
      },
    },
  ],
  [
    "an account's action with one owner, by id",
    action,
    accountPlan,
    {
      section: "objectives",
      kind: "action",
      entryId: outputId,
      fields: {
        title: "Kohtu ostujuhiga",
        ownerId,
        dueOn: "2027-01-31",
        status: "todo",
      },
    },
  ],
  [
    "the programme's action with an owner by name",
    { ...action, accountId: null, ownerId: null },
    programme,
    {
      section: "roadmap",
      kind: "action",
      fields: {
        title: "Kohtu ostujuhiga",
        ownerName: "Mari Tamm",
        dueOn: "2027-01-31",
        status: "todo",
      },
    },
  ],
  [
    "an objective, to be made SMART by its owner",
    objective,
    accountPlan,
    {
      section: "objectives",
      kind: "objective",
      entryId: outputId,
      fields: { statement: "Kasvatame pakendite käivet", status: "open" },
    },
  ],
])("the plan takes %s", (_, output, target, expected) => {
  const change = planChangeFromOutput(output, target);
  expect(change).toMatchObject({
    ok: true,
    value: { planId, sourceOutputId: outputId, plan: target.kind, provenance },
  });
  if (change.ok) {
    expect(change.value).toMatchObject(expected);
    expect(change.value.fields).toEqual(
      (expected as { fields: object }).fields,
    );
  }
});

test.each<[string, WorkshopOutput, AdoptionTarget, string]>([
  [
    "a criterion for an account plan",
    criterion,
    accountPlan,
    "no-place-in-plan",
  ],
  ["an objective for the programme", objective, programme, "no-place-in-plan"],
  [
    "an account's action for the programme",
    action,
    programme,
    "no-place-in-plan",
  ],
  [
    "a programme's decision for an account",
    decision,
    accountPlan,
    "no-place-in-plan",
  ],
  [
    "another account's objective",
    { ...objective, accountId: "other" },
    accountPlan,
    "other-account",
  ],
  [
    "a due day that doesn't exist",
    { ...action, dueOn: "2027-02-30" },
    accountPlan,
    "output-not-usable",
  ],
  [
    "a statement beyond the field",
    { ...objective, statement: "x".repeat(4001) },
    accountPlan,
    "output-not-usable",
  ],
])("%s is refused", (_, output, target, reason) => {
  expect(planChangeFromOutput(output, target)).toEqual({ ok: false, reason });
});

test("adopting the same output twice gives the same change", () => {
  expect(planChangeFromOutput(objective, accountPlan)).toEqual(
    planChangeFromOutput(objective, accountPlan),
  );
});

test("a tier has a place in both plans, an account's action in its plan alone", () => {
  expect(
    plansFor({
      ...from,
      kind: "tier",
      accountId,
      tier: "key",
      score: 1,
      rank: 1,
      rankStability: null,
    }),
  ).toEqual(["programme", "account"]);
  expect(plansFor(action)).toEqual(["account"]);
});

function proposal(output: WorkshopOutput, target: AdoptionTarget): Proposal {
  const change = planChangeFromOutput(output, target);
  if (!change.ok) throw new Error(change.reason);
  return {
    id: "proposal",
    change: change.value,
    status: "proposed",
    decidedBy: null,
    decidedAt: null,
    comment: null,
  };
}
const now = "2026-10-06T08:00:00.000Z";
const accept = { kind: "accept", fields: null } as const;
const manager = { personId: "manager", role: "manager" } as const;
const owner = { personId: ownerId, role: "trainee" } as const;

test.each([
  ["the owner of an account plan", owner, accountPlan, true],
  ["a manager on an account plan", manager, accountPlan, true],
  [
    "another trainee",
    { personId: "x", role: "trainee" } as const,
    accountPlan,
    false,
  ],
  [
    "a consultant",
    { personId: "x", role: "consultant" } as const,
    accountPlan,
    false,
  ],
  [
    "a consultant who is named as owner",
    { personId: ownerId, role: "consultant" } as const,
    accountPlan,
    false,
  ],
  [
    "an administrator",
    { personId: "x", role: "administrator" } as const,
    accountPlan,
    false,
  ],
  ["a manager on the programme", manager, programme, true],
  ["a trainee who is named as the programme's owner", owner, programme, false],
  [
    "a consultant on the programme",
    { personId: "x", role: "consultant" } as const,
    programme,
    false,
  ],
])("%s may decide: %#", (_, decider, target, allowed) => {
  const offered = proposal(
    target.kind === "account" ? objective : criterion,
    target,
  );
  const outcome = decideProposal(offered, accept, decider, ownerId, now);
  expect(outcome.ok).toBe(allowed);
  if (!outcome.ok) expect(outcome.reason).toBe("not-the-plans-owner");
});

test("accepting keeps the output's words, who decided and when", () => {
  const outcome = decideProposal(
    proposal(objective, accountPlan),
    accept,
    owner,
    ownerId,
    now,
  );
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      proposal: { status: "accepted", decidedBy: ownerId, decidedAt: now },
      fields: { statement: "Kasvatame pakendite käivet", status: "open" },
    },
  });
});

test("accepting with other words is an edit, and with the same words sent back is not", () => {
  const offered = proposal(objective, accountPlan);
  const statusWith = (fields: Record<string, unknown>) => {
    const outcome = decideProposal(
      offered,
      { kind: "accept", fields },
      owner,
      ownerId,
      now,
    );
    return outcome.ok ? outcome.value.proposal.status : outcome.reason;
  };
  expect(statusWith({ statement: "Kasvatame käivet Soomes" })).toBe("edited");
  expect(statusWith({ metric: "käive" })).toBe("edited");
  expect(statusWith({ statement: "Kasvatame pakendite käivet " })).toBe(
    "accepted",
  );
  expect(statusWith({ statement: "" })).toBe("fields-not-usable");
  expect(statusWith({ dueOn: "homme" })).toBe("fields-not-usable");
  expect(statusWith({ rowVersion: "2" })).toBe("fields-not-usable");
});

test("rejecting needs a reason and writes nothing", () => {
  const offered = proposal(objective, accountPlan);
  const reject = (comment: string) =>
    decideProposal(offered, { kind: "reject", comment }, owner, ownerId, now);
  expect(reject("  ")).toEqual({ ok: false, reason: "comment-missing" });
  expect(reject(" Juba tehtud ")).toMatchObject({
    ok: true,
    value: {
      proposal: { status: "rejected", comment: "Juba tehtud" },
      fields: null,
    },
  });
});

test.each(["accepted", "edited", "rejected"] as const)(
  "a proposal that is %s stays so",
  (status) => {
    const decided = { ...proposal(objective, accountPlan), status };
    for (const decision of [accept, { kind: "reject", comment: "x" } as const])
      expect(decideProposal(decided, decision, owner, ownerId, now)).toEqual({
        ok: false,
        reason: "already-decided",
      });
  },
);
