import type { SeedAccount } from "./customers";
import {
  action,
  goal,
  idOf,
  objective,
  plan,
  type PlanWords,
  position,
  risk,
  type SeedPlan,
  strategy,
} from "./plan-data";

const trainee = "trainee@baltmed.test";
const agnese = "agnese.liepa@baltmed.test";
const manager = "manager@baltmed.test";

/** Two plans: one ripe, one begun. */
export function baltmedPlans(
  keyAccounts: ReadonlyArray<SeedAccount>,
  { on, person }: Omit<PlanWords, "entry">,
): SeedPlan[] {
  const accountId = (name: string) =>
    keyAccounts.find((account) => account.name === name)?.id ?? "";
  const entry = (key: string) => idOf(`baltmed/daugava/${key}`);
  return [
    {
      key: "daugava",
      accountId: accountId("Daugava University Clinic"),
      id: idOf("baltmed/daugava"),
      title: "Daugava University Clinic: fewer deliveries, fewer stock-outs",
      type: "grow",
      owner: agnese,
      sponsor: manager,
      nextReviewIn: 21,
      versions: [
        {
          author: agnese,
          daysAgo: 140,
          reason: "First draft",
          edits: [
            plan({
              rationale:
                "A quarter of our sales, teaching hospital for the country, and the first to standardise wound care. Others copy their protocols.",
              positionNote:
                "Strong in consumables, almost nothing in monitoring, where a German supplier has a contract until next spring.",
            }),
            goal("stock", {
              text: "No operation postponed for missing consumables.",
              horizonOn: on(180),
              metric: "Postponed operations a quarter",
              evidence: "stated-by-customer",
              confirmedBy: "Dace Ozola, head nurse",
              confirmedOn: on(-138),
            }),
            position("wound-care", {
              productArea: "Wound care",
              kraljicView: "leverage",
              relationshipLevel: "credible-source",
              targetLevel: "problem-solver",
              basis: "They ask us for training twice a year and buy on tender.",
            }),
            objective("consignment", {
              statement:
                "Run a consignment store in the surgical block, so that nothing runs out.",
              customerGoalId: entry("stock"),
              aim: "value",
              metric: "Stock-outs a month",
              measuredIn: "cases",
              baseline: "11",
              target: "2",
              dueOn: on(120),
              ownerId: person(agnese),
              status: "open",
              confidenceShare: "0.7",
            }),
          ],
        },
        {
          author: agnese,
          daysAgo: 45,
          reason: "After the pilot ward",
          edits: [
            strategy("pilot", {
              objectiveId: entry("consignment"),
              choice:
                "Begin with two wards and let their nurses present the result.",
              notDoing: "No free equipment to win the tender.",
              costEstimate: "16000",
            }),
            action("second-ward", {
              title: "Second ward stocked and counted for four weeks",
              parentId: entry("pilot"),
              ownerId: person(agnese),
              unit: "Consumables",
              startOn: on(-20),
              dueOn: on(8),
              status: "doing",
              effortDays: "5",
            }),
            action("tender", {
              title: "Read the draft tender for monitoring with their engineer",
              parentId: entry("consignment"),
              ownerId: person(manager),
              unit: "Equipment",
              dueOn: on(-3),
              status: "todo",
            }),
            risk("tender-price", {
              title: "The consumables tender is decided on price alone",
              category: "price",
              cause: "The ministry's new rule weighs price with 80 points.",
              probabilityShare: "0.35",
              impactAmount: "-95000",
              response: "reduce",
              responseNote:
                "Agree on a total-cost annex with the hospital before the draft.",
              ownerId: person(manager),
              state: "open",
              reviewedOn: on(-45),
            }),
          ],
        },
      ],
    },
    {
      key: "nemunas",
      accountId: accountId("Nemunas Hospital Group"),
      id: idOf("baltmed/nemunas"),
      title: "Nemunas Hospital Group: from four buyers to one plan",
      type: "grow",
      owner: trainee,
      sponsor: null,
      nextReviewIn: null,
      versions: [
        {
          author: trainee,
          daysAgo: 28,
          reason: "First draft",
          edits: [
            plan({
              rationale:
                "Four hospitals that buy alone today and will buy together from next year. Growth of 18 % came from two of them.",
            }),
            goal("joint", {
              text: "One purchasing office for all four hospitals.",
              horizonOn: on(150),
              evidence: "public-source",
            }),
          ],
        },
      ],
    },
  ];
}
