import type { ScenarioGraph, ScenarioNode } from "./content";

export type ScenarioProblem =
  | { readonly kind: "start-missing"; readonly target: string }
  | {
      readonly kind: "target-missing";
      readonly nodeId: string;
      readonly choiceId: string;
      readonly target: string;
    }
  | {
      /** An effect on something that isn't in the scenario's state. */
      readonly kind: "state-unknown";
      readonly nodeId: string;
      readonly choiceId: string;
      readonly target: string;
    }
  /** A node that isn't an ending and offers no choice. */
  | { readonly kind: "dead-end"; readonly nodeId: string }
  /** No choices lead here from the start. */
  | { readonly kind: "unreachable"; readonly nodeId: string }
  /** From here one can go on for ever, but never end. */
  | { readonly kind: "no-way-out"; readonly nodeId: string }
  | { readonly kind: "too-few-endings"; readonly endings: number };

const fewestEndings = 3;

/** Everything that keeps a scenario from being published; empty when it may be. */
export function checkScenario(
  scenario: ScenarioGraph,
): ReadonlyArray<ScenarioProblem> {
  const nodes = new Map(scenario.nodes.map((node) => [node.id, node]));
  const problems: ScenarioProblem[] = [];

  if (!nodes.has(scenario.start)) {
    problems.push({ kind: "start-missing", target: scenario.start });
  }
  for (const node of scenario.nodes) {
    problems.push(...choiceProblems(scenario, node, nodes));
  }

  const reachable = nodesFrom(scenario.start, nodes);
  for (const node of scenario.nodes) {
    if (!reachable.has(node.id)) {
      problems.push({ kind: "unreachable", nodeId: node.id });
    } else if (!isDeadEnd(node) && !canEnd(node.id, nodes)) {
      problems.push({ kind: "no-way-out", nodeId: node.id });
    }
  }

  const endings = scenario.nodes.filter((node) => node.ending !== undefined);
  if (endings.length < fewestEndings) {
    problems.push({ kind: "too-few-endings", endings: endings.length });
  }
  return problems;
}

type Nodes = ReadonlyMap<string, ScenarioNode>;

function choiceProblems(
  scenario: ScenarioGraph,
  node: ScenarioNode,
  nodes: Nodes,
): ScenarioProblem[] {
  if (isDeadEnd(node)) return [{ kind: "dead-end", nodeId: node.id }];
  return (node.choices ?? []).flatMap((choice): ScenarioProblem[] => {
    const at = { nodeId: node.id, choiceId: choice.id };
    const unknown = Object.keys(choice.effects)
      .filter((name) => !(name in scenario.state))
      .map((target) => ({ kind: "state-unknown" as const, ...at, target }));
    return nodes.has(choice.to)
      ? unknown
      : [{ kind: "target-missing", ...at, target: choice.to }, ...unknown];
  });
}

function isDeadEnd(node: ScenarioNode): boolean {
  return node.ending === undefined && node.choices.length === 0;
}

function canEnd(nodeId: string, nodes: Nodes): boolean {
  return [...nodesFrom(nodeId, nodes)].some(
    (reached) => nodes.get(reached)?.ending !== undefined,
  );
}

/** The node itself and all that choices lead to from it. */
function nodesFrom(nodeId: string, nodes: Nodes): ReadonlySet<string> {
  const reached = new Set<string>();
  const toVisit = [nodeId];
  for (let at = toVisit.pop(); at !== undefined; at = toVisit.pop()) {
    const node = nodes.get(at);
    if (node === undefined || reached.has(at)) continue;
    reached.add(at);
    toVisit.push(...(node.choices ?? []).map((choice) => choice.to));
  }
  return reached;
}
