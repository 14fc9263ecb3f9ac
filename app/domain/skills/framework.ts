/** The skills framework as content: what is scored once, the words per language. */

export type Framework = {
  /** Grows with every change of targets or skills; evidence stays readable. */
  readonly version: number;
  readonly dimensions: ReadonlyArray<{
    readonly id: string;
    /** Skill numbers, in the order in which they are shown. */
    readonly skills: ReadonlyArray<string>;
  }>;
  readonly profiles: ReadonlyArray<RoleProfile>;
};

export type RoleProfile = {
  readonly id: string;
  /** Skill number → level to reach within 12 months. */
  readonly targets: Readonly<Record<string, number>>;
  /** An ordering hint from the background alone; measured gaps come first. */
  readonly learnFirst: ReadonlyArray<string>;
};

export type FrameworkTexts = {
  /** "1" to "5". */
  readonly ladder: Readonly<
    Record<string, { readonly name: string; readonly meaning: string }>
  >;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly skills: Readonly<
    Record<
      string,
      {
        readonly name: string;
        /** "1" to "5": what a person on the level does, to be seen by others. */
        readonly anchors: Readonly<Record<string, string>>;
      }
    >
  >;
  readonly profiles: Readonly<Record<string, string>>;
};

const levels = ["1", "2", "3", "4", "5"];

/** Skill numbers in the order of the framework. */
export function skillIdsOf(framework: Framework): ReadonlyArray<string> {
  return framework.dimensions.flatMap(({ skills }) => skills);
}

/**
 * What is wrong with the framework, as sentences for its author; empty = nothing.
 *
 * A skill without a target, a target without a skill, and a text that is missing
 * or left over in one language would each show as a hole in somebody's heat map.
 */
export function frameworkProblems(
  framework: Framework,
  texts: Readonly<Record<string, FrameworkTexts>>,
): ReadonlyArray<string> {
  const skillIds = skillIdsOf(framework);
  const dimensionIds = framework.dimensions.map(({ id }) => id);
  const profileIds = framework.profiles.map(({ id }) => id);
  return [
    ...repeated("skill", skillIds),
    ...repeated("dimension", dimensionIds),
    ...repeated("profile", profileIds),
    ...framework.profiles.flatMap((profile) =>
      profileProblems(profile, skillIds),
    ),
    ...Object.entries(texts).flatMap(([language, words]) =>
      [
        ...differences("ladder", levels, words.ladder),
        ...differences("dimensions", dimensionIds, words.dimensions),
        ...differences("profiles", profileIds, words.profiles),
        ...differences("skills", skillIds, words.skills),
        ...Object.entries(words.skills).flatMap(([id, skill]) =>
          differences(`anchors of ${id}`, levels, skill.anchors),
        ),
        ...blankTexts(words),
      ].map((problem) => `${language}: ${problem}`),
    ),
  ];
}

function profileProblems(
  { id, targets, learnFirst }: RoleProfile,
  skillIds: ReadonlyArray<string>,
): string[] {
  return [
    ...differences(`targets of ${id}`, skillIds, targets),
    ...Object.entries(targets)
      .filter(([, level]) => !levels.includes(String(level)))
      .map(
        ([skill, level]) => `${id}: target ${level} of ${skill} is no level`,
      ),
    ...learnFirst
      .filter((skill) => !skillIds.includes(skill))
      .map((skill) => `${id}: learns ${skill} first, which is no skill`),
  ];
}

function differences(
  what: string,
  expected: ReadonlyArray<string>,
  found: Readonly<Record<string, unknown>>,
): string[] {
  return [
    ...expected
      .filter((id) => !Object.hasOwn(found, id))
      .map((id) => `${what}: ${id} is missing`),
    ...Object.keys(found)
      .filter((id) => !expected.includes(id))
      .map((id) => `${what}: ${id} is not in the framework`),
  ];
}

function blankTexts(words: FrameworkTexts): string[] {
  const all = [
    ...Object.values(words.ladder).flatMap((step) => [step.name, step.meaning]),
    ...Object.values(words.dimensions),
    ...Object.values(words.profiles),
    ...Object.values(words.skills).flatMap((skill) => [
      skill.name,
      ...Object.values(skill.anchors),
    ]),
  ];
  return all.some((text) => text.trim() === "") ? ["a text is blank"] : [];
}

function repeated(what: string, ids: ReadonlyArray<string>): string[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${what} ${id} stands twice`);
}
