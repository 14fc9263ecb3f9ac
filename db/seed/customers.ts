import { pick, repeatable, repeatableId } from "./random";

export type SeedAccount = {
  id: string;
  name: string;
  country: string;
  industry: string;
  tier: "key" | "candidate" | "standard";
  /** Annual revenue of the newer twelve months, EUR. */
  annualRevenue: number;
  /** Newer twelve months ÷ older twelve months. */
  growth: number;
  /** Variable cost as a share of revenue. */
  costShare: number;
  /** Which of the organisation's units sell to it, and how the revenue splits; adds up to 1. */
  units: Record<string, number>;
};

export type SeedCompany = {
  units: Array<{ id: string; name: string }>;
  products: Record<string, string[]>;
  accounts: SeedAccount[];
  annualEbit: string;
};

const nordwoodKey: Array<
  [
    name: string,
    country: string,
    industry: string,
    revenue: number,
    growth: number,
    costShare: number,
    units: Record<string, number>,
  ]
> = [
  [
    "Põhjala Mööbel AS",
    "EE",
    "mööbel",
    2_460_000,
    1.14,
    0.61,
    { saematerjal: 0.35, komponendid: 0.5, pakendid: 0.15 },
  ],
  [
    "Svea Kök AB",
    "SE",
    "mööbel",
    2_180_000,
    1.22,
    0.58,
    { komponendid: 0.8, pakendid: 0.2 },
  ],
  [
    "Hansa Aknad AS",
    "EE",
    "ehitus",
    1_720_000,
    0.97,
    0.66,
    { saematerjal: 0.55, komponendid: 0.45 },
  ],
  [
    "Merelaht Toidud OÜ",
    "EE",
    "toiduainetööstus",
    1_340_000,
    1.31,
    0.55,
    { pakendid: 1 },
  ],
  [
    "Suomen Talopaketti Oy",
    "FI",
    "ehitus",
    1_080_000,
    1.08,
    0.63,
    { saematerjal: 0.7, pakendid: 0.3 },
  ],
];
const nordwoodBig: typeof nordwoodKey = [
  [
    "Kesk-Läti Saeveski SIA",
    "LV",
    "edasimüük",
    1_150_000,
    0.91,
    0.79,
    { saematerjal: 1 },
  ],
  [
    "Rannamaja Ehitus AS",
    "EE",
    "ehitus",
    860_000,
    0.88,
    0.74,
    { saematerjal: 0.9, komponendid: 0.1 },
  ],
  [
    "Lofoten Fisk Emballasje AS",
    "NO",
    "toiduainetööstus",
    790_000,
    1.42,
    0.57,
    { pakendid: 1 },
  ],
  ["Elva Uksed OÜ", "EE", "ehitus", 640_000, 1.11, 0.64, { komponendid: 1 }],
];

const firstParts = [
  "Alutaguse",
  "Emajõe",
  "Haanja",
  "Hiiu",
  "Järva",
  "Kagu",
  "Karula",
  "Kõrve",
  "Lahemaa",
  "Linnamäe",
  "Loode",
  "Mulgi",
  "Mäe",
  "Nurme",
  "Otepää",
  "Palu",
  "Pandivere",
  "Raba",
  "Ruhnu",
  "Sakala",
  "Setu",
  "Soomaa",
  "Suure",
  "Taga",
  "Tamme",
  "Tõrva",
  "Uus",
  "Vana",
  "Vooremaa",
  "Võhandu",
];
const secondParts: Array<[word: string, industry: string]> = [
  ["Mööbel", "mööbel"],
  ["Ehitus", "ehitus"],
  ["Puit", "edasimüük"],
  ["Pakend", "toiduainetööstus"],
  ["Aiamajad", "ehitus"],
  ["Köögid", "mööbel"],
  ["Logistika", "logistika"],
  ["Toit", "toiduainetööstus"],
  ["Trepid", "ehitus"],
  ["Kaubaalused", "logistika"],
  ["Põrandad", "ehitus"],
  ["Mänguväljakud", "mööbel"],
];

function share(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Nordwood: a timber and packaging supplier with 84 customers of whom nine make about half of sales. */
export function nordwood(): SeedCompany {
  const random = repeatable(20_260_101);
  const units = [
    { id: repeatableId(random), name: "Saematerjal" },
    { id: repeatableId(random), name: "Komponendid" },
    { id: repeatableId(random), name: "Pakendid" },
  ];
  const accounts: SeedAccount[] = [];
  const add = (
    [
      name,
      country,
      industry,
      annualRevenue,
      growth,
      costShare,
      split,
    ]: (typeof nordwoodKey)[number],
    tier: SeedAccount["tier"],
  ) =>
    accounts.push({
      id: repeatableId(random),
      name,
      country,
      industry,
      tier,
      annualRevenue,
      growth,
      costShare,
      units: split,
    });
  for (const row of nordwoodKey) add(row, "key");
  for (const row of nordwoodBig) add(row, "candidate");
  const unitKeys = ["saematerjal", "komponendid", "pakendid"];
  const names = new Set(accounts.map(({ name }) => name));
  while (accounts.length < 84) {
    const [word, industry] = pick(random, secondParts);
    const name = `${pick(random, firstParts)} ${word} ${random() < 0.8 ? "OÜ" : "AS"}`;
    if (names.has(name)) continue;
    names.add(name);
    const first = pick(random, unitKeys);
    const second = pick(random, unitKeys);
    const split =
      first === second || random() < 0.5
        ? { [first]: 1 }
        : { [first]: 0.7, [second]: 0.3 };
    add(
      [
        name,
        random() < 0.85 ? "EE" : pick(random, ["LV", "FI", "SE"]),
        industry,
        Math.round((24_000 + 330_000 * random() ** 1.9) / 100) * 100,
        share(0.82 + random() * 0.42),
        share(0.62 + random() * 0.18),
        split,
      ],
      "standard",
    );
  }
  return {
    units,
    products: {
      saematerjal: ["Kuivatatud saematerjal", "Höövelmaterjal"],
      komponendid: ["Liimpuitdetailid", "Aknakomponendid"],
      pakendid: ["Kaubaalused", "Toidupakendid"],
    },
    accounts,
    annualEbit: "1980000.00",
  };
}

/** Baltmed: a smaller supplier of medical consumables, with other figures. */
export function baltmed(): SeedCompany {
  const random = repeatable(20_260_202);
  const units = [
    { id: repeatableId(random), name: "Consumables" },
    { id: repeatableId(random), name: "Equipment" },
  ];
  const accounts: SeedAccount[] = [];
  const rows: Array<[string, string, number, number, number]> = [
    ["Daugava University Clinic", "LV", 1_240_000, 1.06, 0.68],
    ["Nemunas Hospital Group", "LT", 980_000, 1.18, 0.64],
    ["Lõuna Haigla SA", "EE", 610_000, 0.94, 0.71],
    ["Aukštaitija Dental Chain", "LT", 330_000, 1.35, 0.59],
    ["Vidzeme Rehabilitation", "LV", 205_000, 1.02, 0.66],
  ];
  const small = ["Clinic", "Laboratory", "Care Home", "Pharmacy"];
  const towns = [
    "Ainaži",
    "Biržai",
    "Cēsis",
    "Jõhvi",
    "Kėdainiai",
    "Limbaži",
    "Ogre",
    "Paide",
    "Plungė",
    "Tukums",
    "Utena",
    "Valga",
  ];
  for (const town of towns)
    for (const kind of small)
      if (accounts.length + rows.length < 45 && random() < 0.8)
        rows.push([
          `${town} ${kind}`,
          "LV",
          Math.round(8_000 + 60_000 * random() ** 2),
          share(0.85 + random() * 0.4),
          share(0.6 + random() * 0.15),
        ]);
  rows.forEach(([name, country, annualRevenue, growth, costShare], index) =>
    accounts.push({
      id: repeatableId(random),
      name,
      country,
      industry: "healthcare",
      tier: index < 2 ? "key" : index < 4 ? "candidate" : "standard",
      annualRevenue,
      growth,
      costShare,
      units:
        index % 3 === 0
          ? { consumables: 0.6, equipment: 0.4 }
          : { consumables: 1 },
    }),
  );
  return {
    units,
    products: {
      consumables: ["Gloves and drapes", "Wound care"],
      equipment: ["Monitoring"],
    },
    accounts,
    annualEbit: "410000.00",
  };
}

export type SeedFact = {
  accountId: string;
  unitId: string;
  product: string;
  /** First day of the month. */
  month: string;
  revenue: string;
  cogsVariable: string;
};

/** 24 full months before `today`, with seasons and a little noise; a few credit notes. */
export function salesOf(company: SeedCompany, today: Date): SeedFact[] {
  const random = repeatable(7_301);
  const unitId = new Map(
    company.units.map(({ id, name }) => [name.toLowerCase(), id]),
  );
  const facts: SeedFact[] = [];
  for (const account of company.accounts) {
    for (let back = 24; back >= 1; back -= 1) {
      const month = new Date(
        Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1),
      );
      const season =
        1 + 0.18 * Math.sin(((month.getUTCMonth() - 2) / 12) * 2 * Math.PI);
      const year =
        back > 12
          ? account.annualRevenue / account.growth
          : account.annualRevenue;
      for (const [unit, part] of Object.entries(account.units)) {
        const noise = 0.88 + random() * 0.24;
        const revenue = (year / 12) * part * season * noise;
        const products = company.products[unit] ?? [unit];
        facts.push({
          accountId: account.id,
          unitId: unitId.get(unit) ?? "",
          product: products[back % products.length] ?? unit,
          month: month.toISOString().slice(0, 10),
          revenue: revenue.toFixed(2),
          cogsVariable: (revenue * account.costShare).toFixed(2),
        });
        if (random() < 0.012) {
          const credit = revenue * 0.06;
          facts.push({
            accountId: account.id,
            unitId: unitId.get(unit) ?? "",
            product: `${products[back % products.length] ?? unit} (kreeditarve)`,
            month: month.toISOString().slice(0, 10),
            revenue: (-credit).toFixed(2),
            cogsVariable: (-credit * account.costShare).toFixed(2),
          });
        }
      }
    }
  }
  return facts;
}

const firstNames = [
  "Aino",
  "Anders",
  "Anu",
  "Eeva",
  "Elsa",
  "Gustav",
  "Hanna",
  "Henrik",
  "Ingrid",
  "Jaak",
  "Jaan",
  "Johan",
  "Juhan",
  "Karin",
  "Katrin",
  "Kristjan",
  "Lars",
  "Leena",
  "Linda",
  "Maarja",
  "Malin",
  "Margus",
  "Maria",
  "Mati",
  "Merike",
  "Niklas",
  "Olev",
  "Peeter",
  "Piret",
  "Raivo",
  "Reet",
  "Siim",
  "Sofia",
  "Sven",
  "Toomas",
  "Triin",
  "Urmas",
  "Veiko",
  "Viktor",
  "Ülle",
];
const lastNames = [
  "Aas",
  "Adler",
  "Allik",
  "Berglund",
  "Dahl",
  "Eklund",
  "Haab",
  "Holm",
  "Ilves",
  "Jõesaar",
  "Kallas",
  "Karu",
  "Kivi",
  "Kukk",
  "Laas",
  "Lind",
  "Lindqvist",
  "Lõhmus",
  "Mägi",
  "Nurk",
  "Nõmm",
  "Palm",
  "Pärn",
  "Rebane",
  "Roos",
  "Sandberg",
  "Sild",
  "Soosaar",
  "Sundin",
  "Tammsaar",
  "Teder",
  "Toome",
  "Uibo",
  "Vaino",
  "Valk",
  "Viik",
  "Väli",
  "Õunapuu",
  "Ääre",
  "Öpik",
];
const titles: Array<
  [
    string,
    (
      | "economic_buyer"
      | "decision_maker"
      | "approver"
      | "evaluator"
      | "user"
      | "procurement"
      | "gatekeeper"
      | "none"
    ),
    number,
  ]
> = [
  ["Tegevjuht", "economic_buyer", 5],
  ["Finantsjuht", "approver", 4],
  ["Ostujuht", "procurement", 4],
  ["Tootmisjuht", "decision_maker", 4],
  ["Kvaliteedijuht", "evaluator", 3],
  ["Ostuspetsialist", "procurement", 2],
  ["Tehnoloog", "evaluator", 2],
  ["Laojuhataja", "user", 2],
  ["Tootmismeister", "user", 1],
  ["Juhi abi", "gatekeeper", 2],
  ["Planeerija", "user", 1],
  ["Projektijuht", "none", 2],
];
const clientUnits = [
  "Kontor",
  "Tartu tehas",
  "Pärnu tehas",
  "Ostuosakond",
  "Logistikakeskus",
  "Soome müük",
];

export type SeedContact = {
  id: string;
  accountId: string;
  name: string;
  title: string;
  unitName: string;
  decisionRole: (typeof titles)[number][1];
  influence: number;
  sentiment: number | null;
  lastContactOn: string | null;
};

/** Made-up people at one client; names repeat never. */
export function contactsOf(
  accountId: string,
  count: number,
  seed: number,
  today: Date,
): SeedContact[] {
  const random = repeatable(seed);
  const contacts: SeedContact[] = [];
  const taken = new Set<string>();
  while (contacts.length < count) {
    const name = `${pick(random, firstNames)} ${pick(random, lastNames)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    const [title, decisionRole, influence] =
      contacts.length < titles.length
        ? (titles[contacts.length] ?? pick(random, titles))
        : pick(random, titles.slice(4));
    const met = random() < 0.45;
    contacts.push({
      id: repeatableId(random),
      accountId,
      name,
      title,
      unitName: pick(random, clientUnits),
      decisionRole,
      influence,
      sentiment: random() < 0.4 ? null : Math.floor(random() * 5) - 2,
      lastContactOn: met
        ? new Date(today.getTime() - Math.floor(random() * 200) * 86_400_000)
            .toISOString()
            .slice(0, 10)
        : null,
    });
  }
  return contacts;
}
