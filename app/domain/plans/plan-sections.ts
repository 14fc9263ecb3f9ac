/**
 * The sections of an account plan and of the KAM programme, with their entries
 * and fields, as data: forms, snapshots, differences and validation read the same
 * table, so a field added here is edited, stored, compared and checked.
 *
 * Each section stands in plans.md B1 (§) or workshops.md (PP) under its number.
 */

export type PlanKind = "account" | "programme";

export const planSections = {
  account: [
    { id: "why-key", number: "§1" },
    { id: "goals", number: "§3" },
    { id: "position", number: "§5" },
    { id: "objectives", number: "§7" },
    { id: "risks", number: "§10" },
  ],
  programme: [
    { id: "criteria", number: "PP1" },
    { id: "portfolio", number: "PP2" },
    { id: "roadmap", number: "PP10" },
  ],
} as const;

export type SectionId = (typeof planSections)[PlanKind][number]["id"];

type FieldShape =
  /** `text` is one line; both are counted in UTF-16 units. */
  | { readonly kind: "text" | "long-text"; readonly maxLength: number }
  /** Day, YYYY-MM-DD. */
  | { readonly kind: "day" }
  /** Any number with up to six decimals. */
  | { readonly kind: "number" }
  /** An amount in the currency of the account. */
  | { readonly kind: "money" }
  /** A whole number from 0. */
  | { readonly kind: "count" }
  /** 0 to 1; the screen says percent. */
  | { readonly kind: "share" }
  | { readonly kind: "choice"; readonly choices: ReadonlyArray<string> }
  | { readonly kind: "yes-no" }
  /** Id of a person or an account of the organisation. */
  | { readonly kind: "person" | "account" }
  /** Id of another entry of the same plan. */
  | { readonly kind: "entry"; readonly to: ReadonlyArray<string> };

export type FieldDefinition = FieldShape & {
  readonly section: SectionId;
  /**
   * Without a `save` field an entry says nothing and isn't kept; without an
   * `approve` field the plan can't be approved, but it can be worked on.
   */
  readonly neededTo: "save" | "approve" | null;
};

/** Shorthand for one section's fields: all in it, each needed as said. */
function fieldsOf(section: SectionId) {
  const define =
    (shape: FieldShape) =>
    (neededTo: FieldDefinition["neededTo"] = null): FieldDefinition => ({
      ...shape,
      section,
      neededTo,
    });
  return {
    text: define({ kind: "text", maxLength: 200 }),
    longText: define({ kind: "long-text", maxLength: 4000 }),
    day: define({ kind: "day" }),
    number: define({ kind: "number" }),
    money: define({ kind: "money" }),
    count: define({ kind: "count" }),
    share: define({ kind: "share" }),
    yesNo: define({ kind: "yes-no" }),
    person: define({ kind: "person" }),
    account: define({ kind: "account" }),
    choice: (
      choices: ReadonlyArray<string>,
      neededTo: FieldDefinition["neededTo"] = null,
    ) => define({ kind: "choice", choices })(neededTo),
    entry: (
      to: ReadonlyArray<string>,
      neededTo: FieldDefinition["neededTo"] = null,
    ) => define({ kind: "entry", to })(neededTo),
  };
}

const whyKey = fieldsOf("why-key");
const goals = fieldsOf("goals");
const position = fieldsOf("position");
const objectives = fieldsOf("objectives");
const risks = fieldsOf("risks");
const criteria = fieldsOf("criteria");
const portfolio = fieldsOf("portfolio");
const roadmap = fieldsOf("roadmap");

const tiers = ["key", "candidate", "standard", "former"];
const quadrants = [
  "invest",
  "invest-selectively",
  "maintain",
  "manage-for-cash",
];
const relationshipLevels = [
  "vendor",
  "credible-source",
  "problem-solver",
  "trusted-advisor",
];

function actionFields(of: ReturnType<typeof fieldsOf>, under: string[]) {
  return {
    title: of.text("save"),
    /** What it serves; null = the section as a whole. */
    parentId: of.entry(under),
    ownerId: of.person(),
    /** An owner without an account in the product; never beside `ownerId`. */
    ownerName: of.text(),
    unit: of.text(),
    startOn: of.day(),
    dueOn: of.day("approve"),
    status: of.choice(["todo", "doing", "done", "dropped"], "approve"),
    doneOn: of.day(),
    effortDays: of.number(),
    customerOwned: of.yesNo(),
  };
}

function decisionFields(of: ReturnType<typeof fieldsOf>) {
  return {
    text: of.longText("save"),
    votesFor: of.count(),
    votesAgainst: of.count(),
    decidedOn: of.day(),
  };
}

/**
 * Every kind of entry with its fields, in the order in which forms show them.
 *
 * `plan` and `programme` stand once each, under the id of the plan itself, and
 * carry what a section says in its own words; a `portfolio_line` stands under the
 * id of its account. Every other entry has an id of its own.
 */
export const entryFields = {
  account: {
    plan: {
      rationale: whyKey.longText("approve"),
      tier: whyKey.choice(tiers),
      attractiveness: whyKey.number(),
      strength: whyKey.number(),
      coverageShare: whyKey.share(),
      /** One criterion a line, as the workshop scored it. */
      criteriaScores: whyKey.longText(),
      quadrant: whyKey.choice(quadrants),
      overrideReason: whyKey.longText(),
      customerContext: goals.longText(),
      positionNote: position.longText(),
      relationshipStage: position.choice([
        "exploratory",
        "basic",
        "cooperative",
        "interdependent",
        "integrated",
      ]),
      walletNote: position.longText(),
      whitespaceNote: position.longText(),
      direction: objectives.longText(),
      riskNote: risks.longText(),
    },
    customer_goal: {
      text: goals.longText("save"),
      horizonOn: goals.day(),
      metric: goals.text(),
      evidence: goals.choice(
        ["stated-by-customer", "public-source", "our-assumption"],
        "approve",
      ),
      confirmedBy: goals.text(),
      confirmedOn: goals.day(),
    },
    supplier_position: {
      productArea: goals.text("save"),
      kraljicView: goals.choice([
        "noncritical",
        "bottleneck",
        "leverage",
        "strategic",
        "unknown",
      ]),
      relationshipLevel: goals.choice(relationshipLevels),
      targetLevel: goals.choice(relationshipLevels),
      basis: goals.longText(),
    },
    objective: {
      statement: objectives.longText("save"),
      customerGoalId: objectives.entry(["customer_goal"]),
      aim: objectives.choice([
        "growth",
        "defend",
        "relationship",
        "value",
        "efficiency",
      ]),
      metric: objectives.text("approve"),
      measuredIn: objectives.text(),
      baseline: objectives.number("approve"),
      target: objectives.number("approve"),
      dueOn: objectives.day("approve"),
      ownerId: objectives.person(),
      ownerName: objectives.text(),
      status: objectives.choice(["open", "reached", "missed", "dropped"]),
      confidenceShare: objectives.share(),
    },
    strategy: {
      objectiveId: objectives.entry(["objective"], "approve"),
      choice: objectives.longText("save"),
      notDoing: objectives.longText(),
      resourcesNeeded: objectives.longText(),
      costEstimate: objectives.money(),
    },
    action: actionFields(objectives, ["objective", "strategy", "risk"]),
    decision: decisionFields(objectives),
    risk: {
      title: risks.text("save"),
      category: risks.choice([
        "relationship",
        "competition",
        "delivery",
        "price",
        "credit",
        "market",
        "people",
        "other",
      ]),
      cause: risks.longText(),
      probabilityShare: risks.share("approve"),
      /** Effect on annual EBIT if it happens. */
      impactAmount: risks.money("approve"),
      proximityOn: risks.day(),
      response: risks.choice(
        ["avoid", "reduce", "transfer", "accept"],
        "approve",
      ),
      responseNote: risks.longText(),
      ownerId: risks.person(),
      ownerName: risks.text(),
      state: risks.choice(["open", "happened", "closed"]),
      reviewedOn: risks.day(),
    },
  },
  programme: {
    programme: {
      definition: criteria.longText("approve"),
      entryRule: criteria.longText("approve"),
      exitRule: criteria.longText("approve"),
      maxCount: criteria.count("approve"),
      portfolioNote: portfolio.longText(),
      roadmapNote: roadmap.longText(),
    },
    criterion: {
      name: criteria.text("save"),
      definition: criteria.longText("approve"),
      axis: criteria.choice(["attractiveness", "strength"], "approve"),
      /** One level of the scale a line, lowest first. */
      anchors: criteria.longText(),
      /** Points of 100. */
      weight: criteria.number("approve"),
      dispersionRound1: criteria.share(),
      dispersionRound2: criteria.share(),
    },
    portfolio_line: {
      accountId: portfolio.account("save"),
      tier: portfolio.choice(tiers, "approve"),
      score: portfolio.number(),
      rank: portfolio.count(),
      rankStability: portfolio.share(),
      x: portfolio.number(),
      y: portfolio.number(),
      quadrant: portfolio.choice(quadrants),
      overrideReason: portfolio.longText(),
      coverageShare: portfolio.share(),
    },
    action: actionFields(roadmap, ["decision"]),
    decision: decisionFields(roadmap),
  },
} as const satisfies Record<
  PlanKind,
  Record<string, Record<string, FieldDefinition>>
>;

export type EntryKind =
  | keyof (typeof entryFields)["account"]
  | keyof (typeof entryFields)["programme"];

/**
 * What a field holds. Numbers are decimal text in one written form (`"1.5"`), so
 * that stored JSON, differences and hashes never depend on floating point; null
 * and a missing field are the same: empty.
 */
export type FieldValue = string | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;

export type PlanEntry = {
  /** Stable over all versions. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly fields: Fields;
  /** Counts saves of this entry; a save says which one it saw. */
  readonly rowVersion: number;
};

export type PlanDocument = {
  readonly planId: string;
  readonly kind: PlanKind;
  readonly entries: ReadonlyArray<PlanEntry>;
};

/** Field name → definition, in form order; null when the plan has no such kind of entry. */
export function fieldsOfKind(
  plan: PlanKind,
  kind: string,
): Readonly<Record<string, FieldDefinition>> | null {
  const kinds: Readonly<Record<string, Record<string, FieldDefinition>>> =
    entryFields[plan];
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null;
}

/** The section that an entry of the kind is listed in; of `plan`, the first of several. */
export function sectionOf(plan: PlanKind, kind: EntryKind): SectionId {
  const [first] = Object.values(fieldsOfKind(plan, kind) ?? {});
  if (!first) throw new Error(`a ${plan} plan has no ${kind}`);
  return first.section;
}

/** Key of a field's label in the catalogue `plans`. */
export function fieldLabelKey(kind: EntryKind, field: string): string {
  return `field.${kind}.${field}`;
}

/** Key of a choice's label in the catalogue `plans`; kinds share the words of equal fields. */
export function choiceLabelKey(field: string, choice: string): string {
  return `choice.${field}.${choice}`;
}
