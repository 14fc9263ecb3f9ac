/**
 * A workshop template: what is the same in every language, and the texts that hang on its ids.
 *
 * Templates are data in content/workshops/<theme>/. Reading the files is the
 * platform's; what a template must be is judged here, so that a mistake is found
 * when the content is checked and not in front of forty people.
 */
import { axes, stages, tierIds } from "./types";
import type { StepPlan } from "./types";

/** Which kind of output a step makes, and where in the plans it goes. */
export type OutputWire = { kind: string; feeds: ReadonlyArray<string> };
export type TemplateStep = StepPlan & { outputs: ReadonlyArray<OutputWire> };
export type WorkshopTemplate = {
  id: string;
  version: string;
  /** Fewest and most people it is made for. */
  people: { from: number; to: number };
  steps: ReadonlyArray<TemplateStep>;
};

export type StepTexts = {
  title: string;
  /** What the step is for, in a sentence. */
  purpose: string;
  /** What participants read on their own screen. */
  instruction: string;
  script: {
    /** What the facilitator says to open the step. */
    say: string;
    watchFor: ReadonlyArray<string>;
    /** What to say before going on. */
    close: string;
  };
  tips: ReadonlyArray<string>;
};
export type CriterionTexts = {
  name: string;
  definition: string;
  lowAnchor: string;
  highAnchor: string;
};
export type TemplateTexts = {
  title: string;
  summary: string;
  steps: Readonly<Record<string, StepTexts>>;
  criteria: Readonly<Record<string, CriterionTexts>>;
  stages: Readonly<Record<string, { name: string; meaning: string }>>;
  tiers: Readonly<Record<string, { name: string; meaning: string }>>;
};

/** What to do about it, and where: `steps.2.config.tiers`. */
export type TemplateProblem = { path: string; problem: string };

const outputKinds = [
  "criterion",
  "definition",
  "tier",
  "portfolio-position",
  "relationship-stage",
  "score",
  "decision",
  "action",
  "objective",
];

const sections = /^(AP(?:[1-9]|1[01])|PP(?:[1-9]|10))$/;
const idPattern = /^(?!constructor$)[a-z][a-z0-9-]{0,62}$/;

/** @returns every problem of the neutral part and of one language's texts; empty = usable */
export function checkTemplate(
  template: unknown,
  texts: unknown,
): ReadonlyArray<TemplateProblem> {
  const problems: TemplateProblem[] = [];
  const check = new Check(problems);
  const root = check.fields(template, "template", [
    "id",
    "version",
    "people",
    "steps",
  ]);
  if (!root) return problems;
  check.id(root["id"], "template.id");
  check.text(root["version"], "template.version");
  checkPeople(check, root["people"]);
  const steps = check.list(root["steps"], "template.steps", 1);
  steps.forEach((step, index) =>
    checkStep(check, step, `template.steps.${index}`),
  );
  check.unique(
    steps.map((step) => (isObject(step) ? step["id"] : undefined)),
    "template.steps",
  );
  checkTexts(check, texts, steps);
  return problems;
}

class Check {
  constructor(private readonly problems: TemplateProblem[]) {}

  say(path: string, problem: string): void {
    this.problems.push({ path, problem });
  }

  /** The object with exactly these fields; a problem is noted for each that lacks or is too much. */
  fields(
    value: unknown,
    path: string,
    names: ReadonlyArray<string>,
  ): Readonly<Record<string, unknown>> | null {
    if (!isObject(value)) {
      this.say(path, "must be a mapping");
      return null;
    }
    for (const name of names)
      if (!Object.hasOwn(value, name))
        this.say(`${path}.${name}`, "is missing");
    for (const name of Object.keys(value))
      if (!names.includes(name))
        this.say(`${path}.${name}`, "is not known here");
    return value;
  }

  list(value: unknown, path: string, minimum = 0): ReadonlyArray<unknown> {
    if (!Array.isArray(value)) {
      this.say(path, "must be a list");
      return [];
    }
    if (value.length < minimum) this.say(path, `needs at least ${minimum}`);
    return value;
  }

  text(value: unknown, path: string): void {
    if (typeof value !== "string" || value.trim() === "")
      this.say(path, "must be a text that isn't empty");
  }

  id(value: unknown, path: string): void {
    if (typeof value !== "string" || !idPattern.test(value))
      this.say(path, "must be an id of small letters, digits and dashes");
  }

  oneOf(value: unknown, path: string, values: ReadonlyArray<unknown>): void {
    if (!values.includes(value))
      this.say(path, `must be one of ${values.join(", ")}`);
  }

  number(value: unknown, path: string, minimum: number, maximum: number): void {
    if (typeof value !== "number" || !(value >= minimum && value <= maximum))
      this.say(path, `must be a number from ${minimum} to ${maximum}`);
  }

  unique(values: ReadonlyArray<unknown>, path: string): void {
    const seen = new Set<unknown>();
    for (const value of values) {
      if (value !== undefined && seen.has(value))
        this.say(path, `has "${String(value)}" twice`);
      seen.add(value);
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkPeople(check: Check, value: unknown): void {
  const people = check.fields(value, "template.people", ["from", "to"]);
  if (!people) return;
  check.number(people["from"], "template.people.from", 1, 500);
  check.number(people["to"], "template.people.to", 1, 500);
}

function checkStep(check: Check, value: unknown, path: string): void {
  const step = check.fields(value, path, [
    "id",
    "type",
    "minutes",
    "config",
    "outputs",
  ]);
  if (!step) return;
  check.id(step["id"], `${path}.id`);
  check.number(step["minutes"], `${path}.minutes`, 1, 480);
  check.list(step["outputs"], `${path}.outputs`).forEach((wire, index) => {
    const at = `${path}.outputs.${index}`;
    const output = check.fields(wire, at, ["kind", "feeds"]);
    if (!output) return;
    check.oneOf(output["kind"], `${at}.kind`, outputKinds);
    for (const section of check.list(output["feeds"], `${at}.feeds`, 1))
      if (typeof section !== "string" || !sections.test(section))
        check.say(
          `${at}.feeds`,
          `"${String(section)}" is no section of a plan`,
        );
  });
  const configured = configChecks[step["type"] as StepPlan["type"]];
  if (!Object.hasOwn(configChecks, String(step["type"])) || !configured)
    check.say(
      `${path}.type`,
      `"${String(step["type"])}" is not an activity; known are ${Object.keys(configChecks).join(", ")}`,
    );
  else configured(check, step["config"], `${path}.config`);
}

const configChecks: Readonly<
  Record<StepPlan["type"], (check: Check, value: unknown, path: string) => void>
> = {
  brainstorm(check, value, path) {
    const config = check.fields(value, path, [
      "startsPrivate",
      "grouping",
      "nominations",
    ]);
    if (!config) return;
    check.oneOf(config["startsPrivate"], `${path}.startsPrivate`, [
      true,
      false,
    ]);
    check.oneOf(config["grouping"], `${path}.grouping`, [
      "facilitator",
      "everyone",
    ]);
    check.oneOf(config["nominations"], `${path}.nominations`, [true, false]);
  },
  weighting(check, value, path) {
    const config = check.fields(value, path, [
      "candidates",
      "minimumPerAxis",
      "maximumPerAxis",
    ]);
    if (!config) return;
    check.number(config["minimumPerAxis"], `${path}.minimumPerAxis`, 1, 12);
    check.number(config["maximumPerAxis"], `${path}.maximumPerAxis`, 1, 12);
    const candidates = check.list(
      config["candidates"],
      `${path}.candidates`,
      1,
    );
    candidates.forEach((one, index) => {
      const at = `${path}.candidates.${index}`;
      const candidate = check.fields(one, at, ["id", "axis", "preselected"]);
      if (!candidate) return;
      check.id(candidate["id"], `${at}.id`);
      check.oneOf(candidate["axis"], `${at}.axis`, axes);
      check.oneOf(candidate["preselected"], `${at}.preselected`, [true, false]);
    });
    check.unique(
      candidates.map((one) => (isObject(one) ? one["id"] : undefined)),
      `${path}.candidates`,
    );
    for (const axis of axes) {
      const chosen = candidates.filter(
        (one) =>
          isObject(one) && one["axis"] === axis && one["preselected"] === true,
      ).length;
      if (chosen > Number(config["maximumPerAxis"]))
        check.say(`${path}.candidates`, `preselects too many of ${axis}`);
    }
  },
  "scoring-matrix"(check, value, path) {
    const config = check.fields(value, path, ["dissentFrom"]);
    if (config)
      check.number(config["dissentFrom"], `${path}.dissentFrom`, 0, 0.5);
  },
  "relationship-stage"(check, value, path) {
    check.fields(value, path, []);
  },
  "two-by-two"(check, value, path) {
    const config = check.fields(value, path, [
      "strengthFrom",
      "attractivenessFrom",
    ]);
    if (!config) return;
    check.number(config["strengthFrom"], `${path}.strengthFrom`, 1, 10);
    check.number(
      config["attractivenessFrom"],
      `${path}.attractivenessFrom`,
      1,
      10,
    );
  },
  "cut-off"(check, value, path) {
    const config = check.fields(value, path, ["tiers", "attractivenessShare"]);
    if (!config) return;
    check.number(
      config["attractivenessShare"],
      `${path}.attractivenessShare`,
      0,
      1,
    );
    const tiers = check.list(config["tiers"], `${path}.tiers`, 1);
    tiers.forEach((one, index) => {
      const at = `${path}.tiers.${index}`;
      const tier = check.fields(one, at, ["id", "effort"]);
      if (!tier) return;
      check.oneOf(tier["id"], `${at}.id`, tierIds);
      const effort = check.fields(tier["effort"], `${at}.effort`, [
        "kamDays",
        "sponsors",
      ]);
      if (!effort) return;
      check.number(effort["kamDays"], `${at}.effort.kamDays`, 0, 366);
      check.number(effort["sponsors"], `${at}.effort.sponsors`, 0, 10);
    });
    check.unique(
      tiers.map((one) => (isObject(one) ? one["id"] : undefined)),
      `${path}.tiers`,
    );
  },
};

function checkTexts(
  check: Check,
  value: unknown,
  steps: ReadonlyArray<unknown>,
): void {
  const texts = check.fields(value, "texts", [
    "title",
    "summary",
    "steps",
    "criteria",
    "stages",
    "tiers",
  ]);
  if (!texts) return;
  check.text(texts["title"], "texts.title");
  check.text(texts["summary"], "texts.summary");

  const known = steps.filter(isObject);
  const configsOf = (type: StepPlan["type"], list: string) =>
    known
      .filter((step) => step["type"] === type && isObject(step["config"]))
      .flatMap((step) => {
        const entries = (step["config"] as Record<string, unknown>)[list];
        return Array.isArray(entries) ? entries.filter(isObject) : [];
      })
      .map((one) => String(one["id"]));
  const hasStages = known.some((step) => step["type"] === "relationship-stage");

  const stepIds = known.map((step) => String(step["id"]));
  const stepTexts = check.fields(texts["steps"], "texts.steps", stepIds);
  for (const id of stepIds) {
    if (!stepTexts || !Object.hasOwn(stepTexts, id)) continue;
    const path = `texts.steps.${id}`;
    const one = check.fields(stepTexts[id], path, [
      "title",
      "purpose",
      "instruction",
      "script",
      "tips",
    ]);
    if (!one) continue;
    for (const field of ["title", "purpose", "instruction"])
      check.text(one[field], `${path}.${field}`);
    check
      .list(one["tips"], `${path}.tips`)
      .forEach((tip, index) => check.text(tip, `${path}.tips.${index}`));
    const script = check.fields(one["script"], `${path}.script`, [
      "say",
      "watchFor",
      "close",
    ]);
    if (!script) continue;
    check.text(script["say"], `${path}.script.say`);
    check.text(script["close"], `${path}.script.close`);
    check
      .list(script["watchFor"], `${path}.script.watchFor`, 1)
      .forEach((sign, index) =>
        check.text(sign, `${path}.script.watchFor.${index}`),
      );
  }
  checkNamed(
    check,
    texts["criteria"],
    "texts.criteria",
    configsOf("weighting", "candidates"),
    ["name", "definition", "lowAnchor", "highAnchor"],
  );
  checkNamed(
    check,
    texts["tiers"],
    "texts.tiers",
    configsOf("cut-off", "tiers"),
    ["name", "meaning"],
  );
  checkNamed(check, texts["stages"], "texts.stages", hasStages ? stages : [], [
    "name",
    "meaning",
  ]);
}

function checkNamed(
  check: Check,
  value: unknown,
  path: string,
  ids: ReadonlyArray<string>,
  fields: ReadonlyArray<string>,
): void {
  const named = check.fields(value, path, ids);
  for (const id of ids) {
    if (!named || !Object.hasOwn(named, id)) continue;
    const one = check.fields(named[id], `${path}.${id}`, fields);
    if (one)
      for (const field of fields)
        check.text(one[field], `${path}.${id}.${field}`);
  }
}
