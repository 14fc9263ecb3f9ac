import type { EvidenceKind } from "../../app/domain/skills/evidence";

/** Evidence from before the product, as a manager would bring it along: who, which skill, what, when. */
export type SeedEvidence = {
  email: string;
  skillId: string;
  kind: EvidenceKind;
  level: 1 | 2 | 3;
  monthsAgo: number;
  /** 1 to 5; null where nobody rated. */
  rating: number | null;
};

type Row = [
  skillId: string,
  /** m = manager's rating, e = graded exercise, s = scenario, t = test, a = accepted work on a real account, o = own view. */
  kind: "m" | "e" | "s" | "t" | "a" | "o",
  level: 1 | 2 | 3,
  monthsAgo: number,
  rating?: number,
];

const kinds: Record<Row[1], EvidenceKind> = {
  m: "manager-rating",
  e: "exercise",
  s: "scenario",
  t: "quiz",
  a: "field-task",
  o: "self-rating",
};

const of = (email: string, rows: ReadonlyArray<Row>): SeedEvidence[] =>
  rows.map(([skillId, kind, level, monthsAgo, rating]) => ({
    email: `${email}@nordwood.test`,
    skillId,
    kind: kinds[kind],
    level,
    monthsAgo,
    rating: rating ?? null,
  }));

/** A negotiation course two years ago, a mapping exercise last year, and what the manager saw since. */
export const nordwoodEvidence: ReadonlyArray<SeedEvidence> = [
  ...of("trainee", [
    ["2.2", "m", 1, 8, 3],
    ["2.2", "e", 2, 8],
    ["2.3", "t", 2, 22],
    ["4.3", "m", 1, 5, 3],
    ["1.2", "o", 3, 1],
  ]),
  ...of("trainee2", [
    ["2.1", "m", 2, 4, 4],
    ["2.1", "e", 2, 4],
    ["2.1", "a", 3, 3, 4],
    ["5.1", "e", 2, 9],
    ["5.1", "m", 1, 9, 3],
    ["2.3", "o", 2, 2],
  ]),
  ...of("aivar.rand", [
    ["2.2", "e", 2, 7],
    ["2.2", "m", 2, 6, 4],
    ["2.2", "a", 3, 5, 4],
    ["2.3", "t", 2, 22],
    ["3.1", "m", 1, 10, 3],
    ["3.1", "e", 2, 10],
    ["4.1", "m", 1, 3, 3],
  ]),
  ...of("birgit.oja", [
    ["4.1", "m", 2, 5, 4],
    ["4.1", "e", 2, 5],
    ["4.1", "a", 3, 4, 4],
    ["4.2", "e", 2, 14],
    ["4.2", "m", 1, 14, 3],
    ["5.1", "t", 1, 16],
  ]),
  ...of("erik.nyman", [
    ["2.1", "e", 2, 20],
    ["2.1", "m", 1, 20, 3],
    ["4.3", "s", 2, 6],
    ["4.3", "m", 1, 6, 3],
  ]),
  ...of("heli.kuusk", [
    ["2.3", "t", 2, 22],
    ["2.3", "m", 1, 21, 3],
    ["3.1", "e", 2, 9],
    ["3.1", "m", 2, 8, 3],
    ["3.1", "a", 3, 7, 3],
  ]),
  ...of("ott.vaher", [
    ["5.1", "m", 2, 3, 4],
    ["5.1", "e", 2, 3],
    ["5.1", "a", 3, 2, 5],
    ["4.2", "m", 1, 11, 3],
  ]),
  ...of("maris.pold", [
    ["2.1", "m", 2, 6, 5],
    ["2.1", "e", 2, 6],
    ["2.1", "a", 3, 5, 5],
    ["3.2", "e", 2, 13],
    ["3.2", "m", 1, 13, 4],
    ["4.3", "m", 1, 4, 3],
  ]),
  ...of("jonas.berg", [
    ["2.2", "e", 2, 23],
    ["2.2", "m", 1, 23, 3],
    ["2.3", "t", 2, 22],
  ]),
  ...of("tiina.sepp", [
    ["4.1", "m", 1, 7, 3],
    ["3.2", "e", 2, 8],
    ["3.2", "m", 1, 8, 4],
    ["1.3", "o", 3, 1],
  ]),
  ...of("rasmus.luik", [
    ["2.1", "m", 1, 12, 3],
    ["5.2", "o", 2, 1],
  ]),
  ...of("signe.mand", [
    ["2.2", "m", 2, 2, 4],
    ["2.2", "e", 2, 2],
    ["2.3", "t", 2, 22],
    ["2.3", "e", 2, 2],
    ["1.3", "m", 1, 2, 3],
    ["1.3", "e", 2, 2],
  ]),
];

/** As the evidence page names it. */
export const evidenceLabels: Partial<Record<EvidenceKind, string>> = {
  "manager-rating": "Arenguvestlus",
  exercise: "Koolituse harjutus",
  scenario: "Stsenaarium: kaugkohtumine",
  quiz: "Läbirääkimiste koolituse test",
  "field-task": "Praktikaülesanne päris kliendiga",
  "self-rating": "Enda hinnang",
};
