import { done, refused, type Outcome } from "../outcome";
import type { EndingKind, ScenarioGraph, ScenarioNode } from "./content";

export type ScenarioStep = {
  readonly nodeId: string;
  readonly choiceId: string;
};

/** Where a learner stands in a scenario, and how they came there. */
export type ScenarioRun = {
  readonly path: ReadonlyArray<ScenarioStep>;
  readonly nodeId: string;
  /** Trust, margin, time …, each from 0 to 10. */
  readonly state: Readonly<Record<string, number>>;
  /** Null until an ending is reached. */
  readonly ending: EndingKind | null;
};

export function startScenario(scenario: ScenarioGraph): ScenarioRun {
  return arriveAt(scenario, scenario.start, [], scenario.state);
}

/** One choice at the node where the run stands. */
export function choose(
  scenario: ScenarioGraph,
  run: ScenarioRun,
  choiceId: string,
): Outcome<ScenarioRun, "scenario-ended" | "choice-not-here"> {
  if (run.ending !== null) return refused("scenario-ended");

  const choice = nodeOf(scenario, run.nodeId).choices?.find(
    (offered) => offered.id === choiceId,
  );
  if (choice === undefined) return refused("choice-not-here");

  const state = { ...run.state };
  for (const [name, change] of Object.entries(choice.effects)) {
    state[name] = Math.min(10, Math.max(0, (state[name] ?? 0) + change));
  }
  const path = [...run.path, { nodeId: run.nodeId, choiceId }];
  return done(arriveAt(scenario, choice.to, path, state));
}

/**
 * The run that a stored path leads to. A path that today's scenario doesn't have
 * (it was edited meanwhile) is refused; the stored run itself stays as it was.
 */
export function followPath(
  scenario: ScenarioGraph,
  path: ReadonlyArray<ScenarioStep>,
): Outcome<ScenarioRun, "scenario-changed"> {
  let run = startScenario(scenario);
  for (const step of path) {
    if (step.nodeId !== run.nodeId) return refused("scenario-changed");
    const next = choose(scenario, run, step.choiceId);
    if (!next.ok) return refused("scenario-changed");
    run = next.value;
  }
  return done(run);
}

function arriveAt(
  scenario: ScenarioGraph,
  nodeId: string,
  path: ReadonlyArray<ScenarioStep>,
  state: Readonly<Record<string, number>>,
): ScenarioRun {
  return {
    path,
    nodeId,
    state,
    ending: nodeOf(scenario, nodeId).ending ?? null,
  };
}

function nodeOf(scenario: ScenarioGraph, nodeId: string): ScenarioNode {
  const node = scenario.nodes.find((candidate) => candidate.id === nodeId);
  if (node === undefined) {
    throw new Error(`Scenario ${scenario.id} has no node ${nodeId}`);
  }
  return node;
}
