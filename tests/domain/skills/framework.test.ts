import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  frameworkProblems,
  skillIdsOf,
  type Framework,
  type FrameworkTexts,
} from "~/domain/skills/framework";

function read(name: string): unknown {
  return parse(readFileSync(`content/skills/${name}.yaml`, "utf8"));
}
const framework = read("framework") as Framework;
const texts = {
  et: read("framework.et") as FrameworkTexts,
  en: read("framework.en") as FrameworkTexts,
};

test("the framework has 5 dimensions, 13 skills and 5 role profiles, whole in both languages", () => {
  expect(framework.dimensions).toHaveLength(5);
  expect(skillIdsOf(framework)).toHaveLength(13);
  expect(framework.profiles).toHaveLength(5);
  expect(frameworkProblems(framework, texts)).toEqual([]);
});

test.each([
  ["kam-sales", [3, 3, 3, 3, 4, 3, 4, 3, 3, 3, 3, 3, 3]],
  ["kam-technical", [3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3]],
  ["kam-operational", [3, 3, 3, 3, 3, 3, 3, 4, 4, 3, 3, 3, 3]],
  ["project-manager", [1, 2, 2, 2, 1, 2, 2, 3, 4, 3, 3, 2, 2]],
  ["executive-sponsor", [4, 3, 3, 2, 2, 3, 4, 3, 2, 4, 2, 3, 4]],
])("the targets of %s are those of the specification", (id, targets) => {
  const profile = framework.profiles.find((each) => each.id === id);
  expect(
    skillIdsOf(framework).map((skillId) => profile?.targets[skillId]),
  ).toEqual(targets);
});

test("no text is the same in both languages", () => {
  for (const [id, skill] of Object.entries(texts.et.skills)) {
    const other = texts.en.skills[id];
    expect(skill.name).not.toBe(other?.name);
    for (const [level, anchor] of Object.entries(skill.anchors))
      expect(anchor).not.toBe(other?.anchors[level]);
  }
});

function without(
  change: (copy: {
    framework: Framework;
    texts: Record<"et" | "en", FrameworkTexts>;
  }) => void,
): ReadonlyArray<string> {
  const copy = structuredClone({ framework, texts });
  change(copy);
  return frameworkProblems(copy.framework, copy.texts);
}
type Changeable = Record<string, unknown>;

test("what is missing or left over is named with its language", () => {
  expect(
    without(({ texts: copy }) => {
      delete ((copy.et.skills["1.1"]?.anchors ?? {}) as Changeable)["3"];
      (copy.en.dimensions as Changeable)["sales"] = "Sales";
      (copy.en.profiles as Changeable)["kam-sales"] = " ";
    }),
  ).toEqual([
    "et: anchors of 1.1: 3 is missing",
    "en: dimensions: sales is not in the framework",
    "en: a text is blank",
  ]);
});

test("a target that is no level, or of no skill, is named with its profile", () => {
  expect(
    without(({ framework: copy }) => {
      const targets = (copy.profiles[0]?.targets ?? {}) as Changeable;
      targets["1.1"] = 6;
      targets["9.9"] = 1;
      ((copy.profiles[1]?.learnFirst ?? []) as string[]).push("8.8");
    }),
  ).toEqual([
    "targets of kam-sales: 9.9 is not in the framework",
    "kam-sales: target 6 of 1.1 is no level",
    "kam-technical: learns 8.8 first, which is no skill",
  ]);
});
