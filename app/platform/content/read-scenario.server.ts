import { checkScenario } from "~/domain/learning/check-scenario";
import type { ScenarioProblem } from "~/domain/learning/check-scenario";
import type {
  EndingTexts,
  Scenario,
  ScenarioNode,
  SceneTexts,
} from "~/domain/learning/content";
import { locales, type Locale } from "~/domain/organisations/locale";
import type { Problem } from "./problem.server";
import { revisionOf } from "./revision.server";
import {
  endingTextsSchema,
  scenarioSchema,
  scenarioTextsSchema,
  sceneTextsSchema,
} from "./schemas.server";
import {
  distinctIds,
  parseBoth,
  readTexts,
  sameIds,
  sameIdsInBoth,
} from "./texts.server";
import { parsePart, readYaml, type YamlFile } from "./yaml.server";

/** A scenario of the module in this folder; null, with the problems noted, when it can't be used. */
export function readScenario(
  root: string,
  folder: string,
  scenarioId: string,
  problems: Problem[],
): Scenario | null {
  const base = `${folder}/scenario-${scenarioId}`;
  const yaml = readYaml(root, `${base}.yaml`, problems);
  const files = readTexts(root, base, problems);
  if (!yaml) return null;
  const neutral = parsePart(scenarioSchema, yaml, [], problems);
  if (!neutral) return null;

  if (neutral.id !== scenarioId) {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["id"]),
      what: `the id "${neutral.id}" differs from the file's name`,
      todo: `write "${scenarioId}", or rename the files`,
    });
  }
  noteShapeProblems(neutral.nodes, yaml, problems);
  const nodes = neutral.nodes.map((node): ScenarioNode =>
    node.ending === undefined
      ? { id: node.id, choices: node.choices ?? [] }
      : { id: node.id, ending: node.ending },
  );
  const graph = { ...neutral, nodes };
  problems.push(
    ...checkScenario(graph).map((problem) =>
      graphProblem(problem, nodes, yaml),
    ),
  );

  const parsed = parseBoth(scenarioTextsSchema, files, [], problems);
  if (!parsed) return null;
  const nodeIds = nodes.map((node) => node.id);
  const stateNames = Object.keys(neutral.state);
  for (const locale of locales) {
    const file = files[locale];
    if (!file) continue;
    const { stateLabels, nodes: nodeTexts } = parsed[locale];
    sameIds(stateNames, stateLabels, file, ["stateLabels"], problems);
    sameIds(nodeIds, nodeTexts, file, ["nodes"], problems);
  }

  const nodeTexts: Record<Locale, Record<string, SceneTexts | EndingTexts>> = {
    et: {},
    en: {},
  };
  for (const node of nodes) {
    const missing = locales.some(
      (locale) => !(node.id in parsed[locale].nodes),
    );
    if (missing) continue;
    const path = ["nodes", node.id];
    if (node.ending !== undefined) {
      const texts = parseBoth(endingTextsSchema, files, path, problems);
      if (!texts) continue;
      nodeTexts.et[node.id] = texts.et;
      nodeTexts.en[node.id] = texts.en;
      continue;
    }
    const texts = parseBoth(sceneTextsSchema, files, path, problems);
    if (!texts) continue;
    const choiceIds = node.choices.map((choice) => choice.id);
    const choices = { et: texts.et.choices, en: texts.en.choices };
    const at = [...path, "choices"];
    sameIdsInBoth(choiceIds, choices, files, at, problems);
    nodeTexts.et[node.id] = texts.et;
    nodeTexts.en[node.id] = texts.en;
  }

  const texts = {
    et: { ...parsed.et, nodes: nodeTexts.et },
    en: { ...parsed.en, nodes: nodeTexts.en },
  };
  return { ...graph, texts, revision: revisionOf({ graph, texts }) };
}

type NodeAsWritten = {
  readonly id: string;
  readonly choices?: ReadonlyArray<{ readonly id: string }> | undefined;
  readonly ending?: string | undefined;
};

function noteShapeProblems(
  nodes: ReadonlyArray<NodeAsWritten>,
  yaml: YamlFile,
  problems: Problem[],
): void {
  const ids = nodes.map((node) => node.id);
  distinctIds(ids, yaml, (index) => ["nodes", index, "id"], problems);
  nodes.forEach((node, index) => {
    const choiceIds = (node.choices ?? []).map((choice) => choice.id);
    const choiceAt = (choice: number) => [
      "nodes",
      index,
      "choices",
      choice,
      "id",
    ];
    distinctIds(choiceIds, yaml, choiceAt, problems);
    if (node.choices === undefined || node.ending === undefined) return;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["nodes", index, "ending"]),
      what: `node "${node.id}" is an ending and has choices`,
      todo: "keep one of the two",
    });
  });
}

function graphProblem(
  problem: ScenarioProblem,
  nodes: ReadonlyArray<ScenarioNode>,
  yaml: YamlFile,
): Problem {
  const nodeIndex =
    "nodeId" in problem
      ? nodes.findIndex((node) => node.id === problem.nodeId)
      : -1;
  const at = (
    path: ReadonlyArray<PropertyKey>,
    what: string,
    todo: string,
  ) => ({
    file: yaml.file,
    line: yaml.lineOf(path),
    what,
    todo,
  });
  const choicePath = (choiceId: string) => [
    "nodes",
    nodeIndex,
    "choices",
    (nodes[nodeIndex]?.choices ?? []).findIndex(({ id }) => id === choiceId),
  ];
  const nodePath = ["nodes", nodeIndex, "id"];
  switch (problem.kind) {
    case "start-missing":
      return at(
        ["start"],
        `the start "${problem.target}" isn't a node`,
        "name a node that is there",
      );
    case "target-missing":
      return at(
        [...choicePath(problem.choiceId), "to"],
        `choice "${problem.choiceId}" of "${problem.nodeId}" leads to "${problem.target}", which isn't there`,
        "name a node that is there, or write it",
      );
    case "state-unknown":
      return at(
        [...choicePath(problem.choiceId), "effects"],
        `choice "${problem.choiceId}" of "${problem.nodeId}" moves "${problem.target}", which isn't in the state`,
        "add it to the state at the top, or correct the name",
      );
    case "dead-end":
      return at(
        nodePath,
        `node "${problem.nodeId}" is a dead end`,
        "give it choices, or make it an ending",
      );
    case "unreachable":
      return at(
        nodePath,
        `no choice leads to node "${problem.nodeId}"`,
        "lead a choice to it, or remove it",
      );
    case "no-way-out":
      return at(
        nodePath,
        `from node "${problem.nodeId}" no ending can be reached`,
        "lead one of its ways to an ending",
      );
    case "too-few-endings":
      return at(
        ["nodes"],
        `the scenario has ${problem.endings} ending(s)`,
        "write at least 3",
      );
  }
}
