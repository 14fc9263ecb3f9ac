import type { Locale } from "../organisations/locale";
import type { EndingKind, Scenario } from "./content";
import type { ScenarioRun, ScenarioStep } from "./scenario";

/** What the learner sees at one point of a scenario: a scene with choices, or an ending. */
export type Scene =
  | {
      readonly kind: "scene";
      readonly nodeId: string;
      readonly speaker: string | null;
      readonly text: string;
      /** Without their consequences. */
      readonly choices: ReadonlyArray<{
        readonly id: string;
        readonly text: string;
      }>;
    }
  | {
      readonly kind: "ending";
      readonly nodeId: string;
      readonly ending: EndingKind;
      readonly title: string;
      readonly text: string;
      readonly why: string;
    };

export function sceneAt(
  scenario: Scenario,
  run: ScenarioRun,
  locale: Locale,
): Scene {
  const { nodeId } = run;
  const node = scenario.nodes.find((candidate) => candidate.id === nodeId);
  const texts = scenario.texts[locale].nodes[nodeId];
  if (node === undefined || texts === undefined) {
    throw new Error(`Scenario ${scenario.id} has no node ${nodeId}`);
  }
  if (node.ending !== undefined) {
    const { title, why } = "why" in texts ? texts : { title: "", why: "" };
    return {
      kind: "ending",
      nodeId,
      ending: node.ending,
      title,
      text: texts.text,
      why,
    };
  }
  return {
    kind: "scene",
    nodeId,
    speaker: ("speaker" in texts ? texts.speaker : null) ?? null,
    text: texts.text,
    choices: node.choices.map(({ id }) => ({
      id,
      text: ("choices" in texts ? texts.choices[id]?.text : null) ?? "",
    })),
  };
}

/** A choice already made: its text and what came of it. */
export type ChosenStep = ScenarioStep & {
  readonly sceneText: string;
  readonly choiceText: string;
  readonly feedback: string | null;
  /** What the choice moved, by the state's name. */
  readonly effects: Readonly<Record<string, number>>;
};

/** The way so far, in words; shown to the learner and to the facilitator. */
export function chosenSteps(
  scenario: Scenario,
  path: ReadonlyArray<ScenarioStep>,
  locale: Locale,
): ReadonlyArray<ChosenStep> {
  return path.map((step) => {
    const node = scenario.nodes.find(({ id }) => id === step.nodeId);
    const choice = node?.choices?.find(({ id }) => id === step.choiceId);
    const texts = scenario.texts[locale].nodes[step.nodeId];
    const choiceTexts =
      texts !== undefined && "choices" in texts
        ? texts.choices[step.choiceId]
        : undefined;
    return {
      ...step,
      sceneText: texts?.text ?? "",
      choiceText: choiceTexts?.text ?? "",
      feedback: choiceTexts?.feedback ?? null,
      effects: choice?.effects ?? {},
    };
  });
}
