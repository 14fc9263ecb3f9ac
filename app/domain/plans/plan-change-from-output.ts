import { done, refused, type Outcome } from "../outcome";
import type { CriterionScore, Provenance, WorkshopOutput } from "./output";
import {
  sectionOf,
  type EntryKind,
  type FieldValue,
  type PlanKind,
  type SectionId,
} from "./plan-sections";
import { readFields } from "./read-fields";
import { filled } from "./plan-snapshot";

/** The plan that somebody wants an output in. */
export type AdoptionTarget =
  | { readonly kind: "programme"; readonly planId: string }
  | {
      readonly kind: "account";
      readonly planId: string;
      readonly accountId: string;
    };

/**
 * The change to one entry of one plan that an output proposes.
 *
 * An output makes at most one change in a plan, and everything in it, the entry's
 * id included, follows from the two: adopting twice gives the same change, and
 * `(planId, sourceOutputId)` is its key.
 */
export type PlanChange = {
  readonly planId: string;
  readonly sourceOutputId: string;
  readonly plan: PlanKind;
  readonly section: SectionId;
  readonly kind: EntryKind;
  readonly entryId: string;
  /** The fields that it sets, and no others; never empty. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly provenance: Provenance;
};

export type NoPlanChange =
  /** Such results have no place in this kind of plan. */
  | "no-place-in-plan"
  /** The result is about an account, and this is another's plan. */
  | "other-account"
  /** A value doesn't fit its field, such as a due day that doesn't exist. */
  | "output-not-usable";

/** The kinds of plan that have a place for the output, the programme first. */
export function plansFor(output: WorkshopOutput): ReadonlyArray<PlanKind> {
  switch (output.kind) {
    case "criterion":
    case "definition":
      return ["programme"];
    case "tier":
    case "portfolio-position":
      return ["programme", "account"];
    case "score":
    case "relationship-stage":
    case "objective":
      return ["account"];
    case "decision":
    case "action":
      return output.accountId === null ? ["programme"] : ["account"];
  }
}

/** Where in the plan an output goes, and what it says there. */
export function planChangeFromOutput(
  output: WorkshopOutput,
  target: AdoptionTarget,
): Outcome<PlanChange, NoPlanChange> {
  if (!plansFor(output).includes(target.kind))
    return refused("no-place-in-plan");
  if (
    target.kind === "account" &&
    "accountId" in output &&
    output.accountId !== target.accountId
  )
    return refused("other-account");

  const draft = draftFor(output, target);
  const { fields, problems } = readFields(target.kind, draft.kind, draft.given);
  if (Object.keys(problems).length > 0) return refused("output-not-usable");

  return done({
    planId: target.planId,
    sourceOutputId: output.id,
    plan: target.kind,
    section: draft.section ?? sectionOf(target.kind, draft.kind),
    kind: draft.kind,
    entryId: draft.entryId,
    fields: filled(fields),
    provenance: output.provenance,
  });
}

type Draft = {
  readonly kind: EntryKind;
  readonly entryId: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** For `plan`, whose fields lie in several sections. */
  readonly section?: SectionId;
};

function draftFor(output: WorkshopOutput, target: AdoptionTarget): Draft {
  const { planId } = target;
  switch (output.kind) {
    case "criterion": {
      const { name, definition, axis, anchors, weight } = output;
      const { dispersionRound1, dispersionRound2 } = output;
      return {
        kind: "criterion",
        entryId: output.id,
        given: {
          name,
          definition,
          axis,
          anchors: anchors?.join("\n"),
          weight,
          dispersionRound1,
          dispersionRound2,
        },
      };
    }
    case "definition": {
      const { text, entryRule, exitRule, maxCount } = output;
      return {
        kind: "programme",
        entryId: planId,
        given: {
          definition: text,
          entryRule,
          exitRule,
          maxCount: String(maxCount),
        },
      };
    }
    case "tier": {
      const { accountId, tier, score, rank, rankStability } = output;
      return target.kind === "account"
        ? { kind: "plan", entryId: planId, section: "why-key", given: { tier } }
        : {
            kind: "portfolio_line",
            entryId: accountId,
            given: {
              accountId,
              tier,
              score,
              rank: String(rank),
              rankStability,
            },
          };
    }
    case "portfolio-position": {
      const { accountId, x, y, quadrant, overrideReason, coverageShare } =
        output;
      return target.kind === "account"
        ? {
            kind: "plan",
            entryId: planId,
            section: "why-key",
            given: { quadrant, overrideReason, coverageShare },
          }
        : {
            kind: "portfolio_line",
            entryId: accountId,
            given: { accountId, x, y, quadrant, overrideReason, coverageShare },
          };
    }
    case "relationship-stage":
      return {
        kind: "plan",
        entryId: planId,
        section: "position",
        given: { relationshipStage: output.stage },
      };
    case "score": {
      const { attractiveness, strength, coverageShare, byCriterion } = output;
      return {
        kind: "plan",
        entryId: planId,
        section: "why-key",
        given: {
          attractiveness,
          strength,
          coverageShare,
          criteriaScores: byCriterion.map(scoreLine).join("\n"),
        },
      };
    }
    case "decision":
      return {
        kind: "decision",
        entryId: output.id,
        given: {
          text: output.text,
          votesFor: String(output.votesFor),
          votesAgainst: String(output.votesAgainst),
          decidedOn: output.provenance.decidedAt.slice(0, 10),
        },
      };
    case "action": {
      const { title, ownerId, ownerName, dueOn } = output;
      return {
        kind: "action",
        entryId: output.id,
        given: {
          title,
          ownerId,
          // One owner: the name stands in only for somebody without an account.
          ownerName: ownerId === null ? ownerName : null,
          dueOn,
          status: "todo",
        },
      };
    }
    case "objective":
      return {
        kind: "objective",
        entryId: output.id,
        given: { statement: output.statement, status: "open" },
      };
  }
}

/** `Growth potential: 7.5 (n = 12)`; a dash where nobody knew, which is not a zero. */
function scoreLine({ name, score, n }: CriterionScore): string {
  const known = score === null ? "–" : String(Math.round(score * 10) / 10);
  return `${name}: ${known} (n = ${n})`;
}
