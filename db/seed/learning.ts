/** How far each person of the demonstration is, and what they wrote in their field task. */
export type SeedLearner = {
  email: string;
  /** Days from today; null = nobody assigned it. */
  dueIn: number | null;
  assignedDaysAgo: number;
  /** When the first lesson was opened, and days from one lesson to the next. */
  beganDaysAgo: number;
  pace: number;
  /** Lessons done, and blocks done in the next one. */
  lessons: number;
  blocks: number;
  /** How often a question is answered rightly at the first try, 0 to 1. */
  careShare: number;
  /** Choices in the scenario, one after the other. */
  scenario: "good" | "mixed";
  test: "none" | "failed" | "passed" | "failed-then-passed";
  task: SeedTask | null;
};

export type SeedTask = {
  account: string;
  ifText: string;
  thenText: string;
  evidenceText: string;
  state: "drafted" | "submitted" | "confirmed";
  /** Given with the confirmation. */
  rating: number;
  comment: string;
};

const learner = (
  email: string,
  how: Partial<Omit<SeedLearner, "email">>,
): SeedLearner => ({
  email,
  dueIn: 14,
  assignedDaysAgo: 30,
  beganDaysAgo: 26,
  pace: 2,
  lessons: 0,
  blocks: 0,
  careShare: 0.8,
  scenario: "good",
  test: "none",
  task: null,
  ...how,
});

/** Kadri Lepik begins today: her module is assigned and untouched. */
export const nordwoodLearners: ReadonlyArray<SeedLearner> = [
  learner("trainee@nordwood.test", { dueIn: 21, assignedDaysAgo: 1 }),
  learner("trainee2@nordwood.test", {
    dueIn: 10,
    lessons: 3,
    blocks: 2,
    beganDaysAgo: 12,
    careShare: 0.9,
  }),
  learner("aivar.rand@nordwood.test", {
    dueIn: -20,
    assignedDaysAgo: 80,
    beganDaysAgo: 75,
    lessons: 7,
    test: "passed",
    careShare: 0.9,
    task: {
      account: "Merelaht Toidud OÜ",
      ifText:
        "Kui arutame Merelahega järgmise aasta mahtu (ostujuhi kvartalikohtumisel),",
      thenText:
        "küsin, kes veel karbi valikut mõjutab, ja lepin kohtumise kokku vähemalt kahega neist.",
      evidenceText:
        "Kohtusin kvaliteedijuhi ja tootmismeistriga. Mõlemad on kontaktide all kirjas; kvaliteedijuht tahab külmakatse tulemusi enne lepingut. Plaani lisasin riski „kogu suhe ühe inimese küljes“ ja katsepartii tegevuse.",
      state: "confirmed",
      rating: 4,
      comment:
        "Hästi põhjendatud. Järgmisena too kvaliteedijuht meie poolele enne, kui maht on laual.",
    },
  }),
  learner("birgit.oja@nordwood.test", {
    dueIn: 6,
    assignedDaysAgo: 50,
    beganDaysAgo: 40,
    lessons: 7,
    test: "passed",
    careShare: 0.85,
    task: {
      account: "Suomen Talopaketti Oy",
      ifText:
        "Kui Talopaketti saadab järgmise tellimuse kahele meie üksusele korraga,",
      thenText:
        "panen kokku ühe tarnegraafiku ja helistan nende logistikule enne, kui üksused eraldi vastavad.",
      evidenceText:
        "Tegin seda 3. ja 17. kuupäeva tellimusega. Kolmest koormast sai kaks; nende logistik kirjutas, et sooviks nii edasi. Kiri on plaani juures eesmärgi all.",
      state: "submitted",
      rating: 0,
      comment: "",
    },
  }),
  learner("erik.nyman@nordwood.test", {
    dueIn: -5,
    lessons: 5,
    blocks: 1,
    beganDaysAgo: 34,
    assignedDaysAgo: 40,
  }),
  learner("heli.kuusk@nordwood.test", {
    dueIn: 12,
    assignedDaysAgo: 45,
    beganDaysAgo: 42,
    lessons: 7,
    careShare: 0.75,
    test: "failed-then-passed",
    task: {
      account: "Hansa Aknad AS",
      ifText: "Kui Hansa küsib kevadist hinda,",
      thenText:
        "arvutan enne vastamist välja, mis neil ühe akna kohta maksma läheb.",
      evidenceText: "",
      state: "drafted",
      rating: 0,
      comment: "",
    },
  }),
  learner("ott.vaher@nordwood.test", { lessons: 2, beganDaysAgo: 9 }),
  learner("maris.pold@nordwood.test", {
    dueIn: -2,
    assignedDaysAgo: 60,
    beganDaysAgo: 55,
    lessons: 7,
    careShare: 0.95,
    test: "passed",
    task: null,
  }),
  learner("jonas.berg@nordwood.test", { dueIn: -12, assignedDaysAgo: 50 }),
  learner("tiina.sepp@nordwood.test", {
    dueIn: 4,
    lessons: 6,
    beganDaysAgo: 25,
    scenario: "mixed",
    careShare: 0.7,
  }),
  learner("rasmus.luik@nordwood.test", {
    lessons: 4,
    beganDaysAgo: 16,
    careShare: 0.85,
    test: "failed",
  }),
  learner("signe.mand@nordwood.test", {
    dueIn: null,
    lessons: 0,
    blocks: 2,
    beganDaysAgo: 3,
  }),
];

export const baltmedLearners: ReadonlyArray<SeedLearner> = [
  learner("trainee@baltmed.test", {
    dueIn: 18,
    lessons: 2,
    blocks: 1,
    beganDaysAgo: 11,
  }),
  learner("agnese.liepa@baltmed.test", {
    dueIn: -9,
    assignedDaysAgo: 60,
    beganDaysAgo: 55,
    lessons: 6,
    blocks: 5,
    careShare: 0.9,
    test: "passed",
  }),
  learner("karl.tali@baltmed.test", { dueIn: 25, lessons: 1, beganDaysAgo: 6 }),
];
