import type { TemplateTexts } from "~/domain/workshops/template";
import type {
  Criterion,
  Stage,
  TierId,
  WorkshopShared,
} from "~/domain/workshops/types";

/** The part of a template's texts that results are written with. */
export type ResultTexts = Pick<TemplateTexts, "criteria" | "stages" | "tiers">;

export type CriterionName = {
  name: string;
  definition: string;
  lowAnchor: string;
  highAnchor: string;
};

/** How things are called in the reader's language: what the room wrote stays as written. */
export type Names = {
  account: (accountId: string) => string;
  criterion: (criterionId: string) => CriterionName;
  stage: (stage: Stage) => string;
  tier: (tier: TierId) => string;
};

export function namesOf(workshop: WorkshopShared, texts: ResultTexts): Names {
  const accounts = new Map(workshop.accounts.map(({ id, name }) => [id, name]));
  const criteria = new Map(workshop.criteria.map((one) => [one.id, one]));
  return {
    account: (id) => accounts.get(id) ?? "–",
    criterion: (id) => criterionName(id, criteria.get(id), texts),
    stage: (stage) => texts.stages[stage]?.name ?? stage,
    tier: (tier) => texts.tiers[tier]?.name ?? tier,
  };
}

function criterionName(
  id: string,
  criterion: Criterion | undefined,
  { criteria }: ResultTexts,
): CriterionName {
  const template = criteria[id];
  return {
    name: criterion?.name ?? template?.name ?? "–",
    definition: criterion?.definition ?? template?.definition ?? "",
    lowAnchor: criterion?.lowAnchor ?? template?.lowAnchor ?? "",
    highAnchor: criterion?.highAnchor ?? template?.highAnchor ?? "",
  };
}
