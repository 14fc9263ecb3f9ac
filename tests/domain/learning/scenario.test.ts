import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkScenario,
  type ScenarioProblem,
} from "~/domain/learning/check-scenario";
import type { Scenario, ScenarioGraph } from "~/domain/learning/content";
import { choose, followPath, startScenario } from "~/domain/learning/scenario";
import { chosenSteps, sceneAt } from "~/domain/learning/scene";

const graph: ScenarioGraph = {
  id: "first-list",
  start: "n1",
  state: { trust: 5, margin: 5 },
  nodes: [
    {
      id: "n1",
      choices: [
        { id: "ask", to: "n2", effects: { trust: 2 } },
        { id: "push", to: "bad", effects: { trust: -9 } },
      ],
    },
    {
      id: "n2",
      choices: [
        { id: "wait", to: "n1", effects: { margin: -1 } },
        { id: "offer", to: "good", effects: { margin: 9 } },
        { id: "trade", to: "mixed", effects: {} },
      ],
    },
    { id: "good", ending: "good" },
    { id: "mixed", ending: "mixed" },
    { id: "bad", ending: "bad" },
  ],
};

test("a run begins at the start, with nothing chosen", () => {
  expect(startScenario(graph)).toEqual({
    path: [],
    nodeId: "n1",
    state: { trust: 5, margin: 5 },
    ending: null,
  });
});

test("a choice moves the state, keeps the path and leads on to an ending", () => {
  const path = [
    { nodeId: "n1", choiceId: "ask" },
    { nodeId: "n2", choiceId: "offer" },
  ];
  expect(followPath(graph, path)).toEqual({
    ok: true,
    value: {
      path,
      nodeId: "good",
      // Nothing rises above 10 or falls below 0.
      state: { trust: 7, margin: 10 },
      ending: "good",
    },
  });
});

test("a choice of another scene and a choice after the end are refused", () => {
  const start = startScenario(graph);
  expect(choose(graph, start, "offer")).toEqual({
    ok: false,
    reason: "choice-not-here",
  });
  const ended = choose(graph, start, "push");
  expect(ended.ok && ended.value.state.trust).toBe(0);
  expect(ended.ok && choose(graph, ended.value, "ask")).toEqual({
    ok: false,
    reason: "scenario-ended",
  });
});

test("a stored path that the scenario no longer has is told, not guessed", () => {
  const changed = { ok: false, reason: "scenario-changed" };
  const gone = [{ nodeId: "n1", choiceId: "removed" }];
  const elsewhere = [{ nodeId: "n2", choiceId: "offer" }];
  expect(followPath(graph, gone)).toEqual(changed);
  expect(followPath(graph, elsewhere)).toEqual(changed);
});

test("LQ6 whatever is chosen, state stays between 0 and 10 and the path can be followed again", () => {
  const choices = fc.array(
    fc.constantFrom("ask", "push", "wait", "offer", "trade"),
  );
  fc.assert(
    fc.property(choices, (choiceIds) => {
      let run = startScenario(graph);
      for (const choiceId of choiceIds) {
        const next = choose(graph, run, choiceId);
        if (next.ok) run = next.value;
      }
      for (const value of Object.values(run.state)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10);
      }
      expect(followPath(graph, run.path)).toEqual({ ok: true, value: run });
    }),
  );
});

test("a whole scenario has no problems", () => {
  expect(checkScenario(graph)).toEqual([]);
});

const withNodes = (
  ...nodes: ScenarioGraph["nodes"]
): Pick<ScenarioGraph, "nodes"> => ({ nodes: [...graph.nodes, ...nodes] });

test.each<[string, Partial<ScenarioGraph>, ScenarioProblem]>([
  [
    "a start that isn't there",
    { start: "n9" },
    { kind: "start-missing", target: "n9" },
  ],
  [
    "a choice that leads nowhere",
    withNodes({
      id: "n3",
      choices: [{ id: "a", to: "n9", effects: {} }],
    }),
    { kind: "target-missing", nodeId: "n3", choiceId: "a", target: "n9" },
  ],
  [
    "an effect on something that isn't in the state",
    withNodes({
      id: "n3",
      choices: [{ id: "a", to: "good", effects: { luck: 1 } }],
    }),
    { kind: "state-unknown", nodeId: "n3", choiceId: "a", target: "luck" },
  ],
  [
    "a scene without choices",
    withNodes({ id: "n3", choices: [] }),
    { kind: "dead-end", nodeId: "n3" },
  ],
  [
    "a scene that no choice leads to",
    withNodes({ id: "n3", choices: [{ id: "a", to: "good", effects: {} }] }),
    { kind: "unreachable", nodeId: "n3" },
  ],
  [
    "a circle without a way out",
    {
      nodes: [
        { id: "n1", choices: [{ id: "a", to: "n2", effects: {} }] },
        { id: "n2", choices: [{ id: "a", to: "n1", effects: {} }] },
      ],
    },
    { kind: "no-way-out", nodeId: "n2" },
  ],
  [
    "two endings",
    { nodes: graph.nodes.filter((node) => node.id !== "mixed") },
    { kind: "too-few-endings", endings: 2 },
  ],
])("%s keeps a scenario from being published", (_fact, fault, problem) => {
  expect(checkScenario({ ...graph, ...fault })).toContainEqual(problem);
});

const scene = (text: string, choiceIds: string[]) => ({
  text,
  choices: Object.fromEntries(
    choiceIds.map((id) => [id, { text: `do ${id}`, feedback: `so ${id}` }]),
  ),
});
const ending = (name: string) => ({ title: name, text: name, why: "because" });
const texts = {
  title: "The first list",
  intro: "Ten names.",
  stateLabels: { trust: "Trust", margin: "Margin" },
  nodes: {
    n1: { ...scene("Monday", ["ask", "push"]), speaker: "Raivo" },
    n2: scene("Tuesday", ["wait", "offer", "trade"]),
    good: ending("Approved"),
    mixed: ending("Postponed"),
    bad: ending("Refused"),
  },
};
const scenario: Scenario = {
  ...graph,
  skill: "1.1",
  level: 2,
  texts: { et: texts, en: texts },
  revision: "r1",
};

test("a scene shows its choices without what they lead to", () => {
  const shown = sceneAt(scenario, startScenario(scenario), "en");
  expect(shown).toEqual({
    kind: "scene",
    nodeId: "n1",
    speaker: "Raivo",
    text: "Monday",
    choices: [
      { id: "ask", text: "do ask" },
      { id: "push", text: "do push" },
    ],
  });
});

test("an ending says how it ended and why, and the way there can be read", () => {
  const run = choose(scenario, startScenario(scenario), "push");
  if (!run.ok) throw new Error(run.reason);
  expect(sceneAt(scenario, run.value, "et")).toEqual({
    kind: "ending",
    nodeId: "bad",
    ending: "bad",
    title: "Refused",
    text: "Refused",
    why: "because",
  });
  expect(chosenSteps(scenario, run.value.path, "et")).toEqual([
    {
      nodeId: "n1",
      choiceId: "push",
      sceneText: "Monday",
      choiceText: "do push",
      feedback: "so push",
      effects: { trust: -9 },
    },
  ]);
});
