/** The demonstration's finished workshop: what eight leaders of Nordwood wrote, weighed, scored and agreed. */

export type SeedParticipant = {
  key: string;
  name: string;
  unit: string;
  /** E-mail of a member who sat in signed in; null for a guest. */
  email: string | null;
};

export const participants: ReadonlyArray<SeedParticipant> = [
  {
    key: "liina",
    name: "Liina Tamm",
    unit: "Komponendid",
    email: "manager@nordwood.test",
  },
  { key: "andres", name: "Andres Raud", unit: "Saematerjal", email: null },
  { key: "piret", name: "Piret Allik", unit: "Saematerjal", email: null },
  { key: "tarmo", name: "Tarmo Kask", unit: "Komponendid", email: null },
  { key: "kersti", name: "Kersti Rebane", unit: "Komponendid", email: null },
  { key: "jyri", name: "Jüri Palm", unit: "Pakendid", email: null },
  { key: "eva", name: "Eva Lind", unit: "Pakendid", email: null },
  { key: "mihkel", name: "Mihkel Org", unit: "Finants", email: null },
];

export const workshopTitle = "Nordwoodi võtmekliendid: kes ja kui palju";
export const nextWorkshopTitle = "Strateegiatöötuba: aasta pärast uuesti";

/** Who held which of the accounts to be key, before anybody had seen the others' lists. */
export const nominations: Readonly<Record<string, ReadonlyArray<string>>> = {
  liina: ["Põhjala Mööbel AS", "Svea Kök AB", "Merelaht Toidud OÜ"],
  andres: [
    "Kesk-Läti Saeveski SIA",
    "Hansa Aknad AS",
    "Rannamaja Ehitus AS",
    "Suomen Talopaketti Oy",
  ],
  piret: ["Hansa Aknad AS", "Kesk-Läti Saeveski SIA", "Põhjala Mööbel AS"],
  tarmo: ["Svea Kök AB", "Põhjala Mööbel AS", "Elva Uksed OÜ"],
  kersti: ["Põhjala Mööbel AS", "Svea Kök AB", "Hansa Aknad AS"],
  jyri: ["Merelaht Toidud OÜ", "Lofoten Fisk Emballasje AS"],
  eva: ["Merelaht Toidud OÜ", "Põhjala Mööbel AS"],
  mihkel: [
    "Põhjala Mööbel AS",
    "Svea Kök AB",
    "Hansa Aknad AS",
    "Kesk-Läti Saeveski SIA",
  ],
};

/** Author, text, and the group that the room put it into; null = left alone. */
export const notes: ReadonlyArray<
  [author: string, text: string, group: string | null]
> = [
  [
    "liina",
    "Kutsub meid uue toote juurde enne, kui joonised on valmis",
    "together",
  ],
  ["liina", "Kasvab kiiremini kui tema turg", "growth"],
  ["liina", "Kaotus oleks näha kasumiaruandes, mitte ainult käibes", "weight"],
  ["andres", "Suur ja ühtlane maht, mis hoiab saevabriku käimas", "weight"],
  ["andres", "Maksab õigel ajal", "money"],
  ["andres", "Lähedal, üks koorem päevas", null],
  ["piret", "Suur käive", "weight"],
  ["piret", "Ostab mitut sorti materjali, mitte ainult üht mõõtu", "several"],
  ["piret", "Kui ta läheb, jääb teine vahetus tööta", "weight"],
  ["tarmo", "Nõuab täpsust, mille eest on valmis maksma", "money"],
  ["tarmo", "Tema tehnoloogid räägivad meie tehnoloogidega otse", "together"],
  ["tarmo", "Tahab koos arendada, mitte ainult hinda küsida", "together"],
  ["kersti", "Kahekordistab kolme aastaga mahu", "growth"],
  ["kersti", "Ostab komponenti ja pakendit korraga", "several"],
  ["kersti", "Oma sektoris tegija, teised teevad järele", "sector"],
  ["jyri", "Marginaal! Toidupakend toob kolm korda rohkem kui alus", "money"],
  ["jyri", "Kasvab eksport, pakendit läheb järjest rohkem", "growth"],
  ["jyri", "Meie üksus on tal ainus, teised ei tea temast midagi", "several"],
  ["eva", "Liigub plastist välja ja vajab meid selleks", "growth"],
  ["eva", "Tuntud nimi, avab teisi uksi", "sector"],
  ["mihkel", "Üle 5 % meie müügist ühe kliendi käes", "weight"],
  ["mihkel", "Teenindamise kulu on teada ja mõistlik", "money"],
  ["mihkel", "Juhtkond kohtub vähemalt kord aastas", "together"],
];

export const groups: ReadonlyArray<[key: string, title: string]> = [
  ["growth", "Kasvab ja viib meid kaasa"],
  ["weight", "Kaotus teeks haiget"],
  ["money", "Jääb raha järele"],
  ["several", "Ostab mitmelt üksuselt"],
  ["together", "Arendame koos"],
  ["sector", "Veab oma sektorit"],
];

/** The room's own criterion, out of the group `together`. */
export const ownCriterion = {
  key: "co-development",
  group: "together",
  name: "Valmisolek koos arendada",
  definition:
    "Kas klient kaasab meid toodete ja protsesside arendusse enne, kui hinda küsitakse.",
  lowAnchor: "Saadab hinnapäringu valmis joonisega",
  highAnchor: "Meie inimesed istuvad arenduse laua taga",
};

/** Points of 100 in both rounds: attractiveness (growth, sector, several, margin, own), then strength (breadth, wallet, delivery, access). */
export const points: Readonly<
  Record<
    string,
    readonly [
      first: readonly [number, number, number, number, number],
      firstStrength: readonly [number, number, number, number],
      second: readonly [number, number, number, number, number],
      secondStrength: readonly [number, number, number, number],
    ]
  >
> = {
  liina: [
    [30, 10, 20, 20, 20],
    [30, 20, 20, 30],
    [30, 10, 20, 20, 20],
    [30, 15, 25, 30],
  ],
  andres: [
    [10, 20, 10, 50, 10],
    [20, 40, 30, 10],
    [20, 15, 15, 35, 15],
    [25, 30, 30, 15],
  ],
  piret: [
    [15, 15, 25, 35, 10],
    [25, 35, 30, 10],
    [20, 15, 25, 30, 10],
    [25, 30, 30, 15],
  ],
  tarmo: [
    [25, 10, 15, 15, 35],
    [20, 15, 35, 30],
    [25, 10, 20, 20, 25],
    [25, 15, 35, 25],
  ],
  kersti: [
    [35, 15, 20, 10, 20],
    [30, 20, 20, 30],
    [30, 15, 20, 15, 20],
    [30, 20, 25, 25],
  ],
  jyri: [
    [25, 5, 10, 50, 10],
    [15, 30, 45, 10],
    [25, 10, 15, 40, 10],
    [20, 25, 40, 15],
  ],
  eva: [
    [40, 10, 10, 25, 15],
    [20, 20, 30, 30],
    [35, 10, 15, 25, 15],
    [25, 20, 30, 25],
  ],
  mihkel: [
    [20, 10, 20, 40, 10],
    [25, 35, 20, 20],
    [20, 10, 20, 35, 15],
    [25, 30, 25, 20],
  ],
};

/** How the room sees each account, in the order of `points`; single scores scatter around it. */
export const views: Readonly<
  Record<
    string,
    readonly [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
  >
> = {
  "Põhjala Mööbel AS": [8, 7, 9, 6, 9, 7, 5, 8, 6],
  "Svea Kök AB": [9, 8, 6, 8, 7, 5, 6, 7, 6],
  "Hansa Aknad AS": [4, 6, 7, 5, 5, 7, 8, 8, 7],
  "Merelaht Toidud OÜ": [9, 6, 5, 9, 7, 4, 9, 8, 5],
  "Suomen Talopaketti Oy": [7, 7, 8, 6, 6, 5, 5, 7, 5],
  "Kesk-Läti Saeveski SIA": [3, 4, 2, 2, 1, 3, 4, 6, 3],
  "Rannamaja Ehitus AS": [2, 4, 4, 3, 3, 5, 6, 7, 5],
  "Lofoten Fisk Emballasje AS": [9, 7, 3, 8, 5, 3, 4, 6, 2],
  "Elva Uksed OÜ": [5, 3, 3, 5, 4, 5, 7, 7, 5],
};
/** For the accounts that only their own unit knows. */
export const ordinaryView = [4, 4, 4, 5, 3, 4, 5, 6, 4] as const;

/** What could be sold in three years, a million euros; the room's estimate. */
export const potentials: Readonly<Record<string, number>> = {
  "Põhjala Mööbel AS": 3_900_000,
  "Svea Kök AB": 4_200_000,
  "Hansa Aknad AS": 1_800_000,
  "Merelaht Toidud OÜ": 2_600_000,
  "Suomen Talopaketti Oy": 1_900_000,
  "Kesk-Läti Saeveski SIA": 1_200_000,
  "Lofoten Fisk Emballasje AS": 2_100_000,
};

type Stage =
  "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated";

/** Stage by account: what the votes cluster around, and what the room settled on; null = the median stands. */
export const stages: Readonly<
  Record<string, readonly [votes: ReadonlyArray<Stage>, settled: Stage | null]>
> = {
  "Põhjala Mööbel AS": [
    ["interdependent", "cooperative", "cooperative", "interdependent"],
    "cooperative",
  ],
  "Svea Kök AB": [["cooperative", "basic", "cooperative"], null],
  "Hansa Aknad AS": [["cooperative", "cooperative", "basic"], null],
  "Merelaht Toidud OÜ": [["basic", "cooperative", "basic"], "basic"],
  "Suomen Talopaketti Oy": [["basic", "basic"], null],
  "Kesk-Läti Saeveski SIA": [["basic", "exploratory", "basic"], null],
  "Lofoten Fisk Emballasje AS": [["exploratory", "basic"], "exploratory"],
};

/** Moved by hand, with the reason that it takes. */
export const moved = {
  account: "Rannamaja Ehitus AS",
  x: 5,
  y: 2.4,
  reason:
    "Ehitusturu langus on hinnetes sees kaks korda; finants näitab, et tellimused püsivad ühe suurobjekti toel kuni kevadeni.",
};

export const capacity = { kamDays: 390, sponsors: 4, effort: {} };
export const cutOff = { key: 5, candidate: 3 };

export const definition = {
  text: "Võtmeklient on klient, kellega meil mõlemal on põhjust teha plaane kolmeks aastaks: ta kasvab või kannab meie tulemust, ostab või hakkab ostma vähemalt kahelt üksuselt ja on valmis meid arendusse kaasama. Käive üksi ei tee kellestki võtmeklienti.",
  entryRule:
    "Kaalutud hinne vähemalt 5,5, kaetus vähemalt 70 % ja juhtkonnast on nimeline sponsor. Otsustab juhtkond üks kord aastas; vahepeal lisandub klient ainult siis, kui keegi teine välja läheb.",
  exitRule:
    "Hinne kahel ülevaatusel järjest alla 5,0 või klient ei ole aastaga ühtegi eesmärki kinnitanud.",
  reviewRule: "Iga plaan kord kvartalis, kogu nimekiri septembris.",
  maximumCount: 6,
};

export const decisions: ReadonlyArray<{
  key: string;
  author: string;
  text: string;
  account: string | null;
  for: ReadonlyArray<string>;
  against: ReadonlyArray<string>;
  adopted: boolean;
}> = [
  {
    key: "five",
    author: "liina",
    text: "Alustame viie võtmekliendiga; kuuenda koha jätame esimeseks aastaks tühjaks.",
    account: null,
    for: ["liina", "piret", "tarmo", "kersti", "eva", "mihkel"],
    against: ["andres", "jyri"],
    adopted: true,
  },
  {
    key: "one-plan",
    author: "mihkel",
    text: "Igal võtmekliendil on üks plaan ja üks omanik; üksuste eraldi kliendiplaanid lõpetame aasta lõpuks.",
    account: null,
    for: ["liina", "andres", "piret", "tarmo", "kersti", "eva", "mihkel"],
    against: ["jyri"],
    adopted: true,
  },
  {
    key: "saeveski",
    author: "andres",
    text: "Kesk-Läti Saeveski jääb mahu tõttu võtmekliendiks.",
    account: "Kesk-Läti Saeveski SIA",
    for: ["andres", "piret"],
    against: ["liina", "tarmo", "kersti", "jyri", "eva", "mihkel"],
    adopted: false,
  },
  {
    key: "pohjala-sponsor",
    author: "kersti",
    text: "Põhjala Mööbli sponsor juhtkonnas on Liina Tamm.",
    account: "Põhjala Mööbel AS",
    for: ["andres", "piret", "tarmo", "kersti", "jyri", "eva", "mihkel"],
    against: [],
    adopted: true,
  },
];

export const actions: ReadonlyArray<{
  key: string;
  author: string;
  text: string;
  owner: string;
  dueInDays: number;
  account: string | null;
}> = [
  {
    key: "cost-to-serve",
    author: "mihkel",
    text: "Arvutada viie võtmekliendi teenindamise kulu ja näidata see plaanide ülevaatusel",
    owner: "Mihkel Org",
    dueInDays: 34,
    account: null,
  },
  {
    key: "sponsor-list",
    author: "liina",
    text: "Leppida kokku sponsorid neljale ülejäänud võtmekliendile",
    owner: "Liina Tamm",
    dueInDays: 16,
    account: null,
  },
  {
    key: "svea-stage",
    author: "tarmo",
    text: "Selgitada Svea juures, kes otsustab uue liini tarnija üle",
    owner: "Marten Saar",
    dueInDays: 12,
    account: "Svea Kök AB",
  },
  {
    key: "merelaht-contacts",
    author: "eva",
    text: "Kohtuda Merelahe kvaliteedi- ja tootmisjuhiga: suhe ei tohi jääda ühe inimese külge",
    owner: "Aivar Rand",
    dueInDays: 20,
    account: "Merelaht Toidud OÜ",
  },
  {
    key: "talopaketti-one",
    author: "piret",
    text: "Panna Talopaketti saematerjali ja pakendi tellimused ühte tarnegraafikusse",
    owner: "Birgit Oja",
    dueInDays: 27,
    account: "Suomen Talopaketti Oy",
  },
  {
    key: "hansa-margin",
    author: "kersti",
    text: "Arvutada Hansa terviklahenduse marginaal koos garantiiga",
    owner: "Kadri Lepik",
    dueInDays: 9,
    account: "Hansa Aknad AS",
  },
];

export const objectives: ReadonlyArray<{
  key: string;
  author: string;
  text: string;
  account: string;
}> = [
  {
    key: "pohjala",
    author: "liina",
    text: "Kolme aasta pärast ei kavanda Põhjala ühtki köögisarja ilma meie tehnoloogita laua taga.",
    account: "Põhjala Mööbel AS",
  },
  {
    key: "svea",
    author: "tarmo",
    text: "Svea ostab kolme aasta pärast meilt ka pakendi: kaks üksust, üks leping.",
    account: "Svea Kök AB",
  },
  {
    key: "merelaht",
    author: "eva",
    text: "Merelaht on kolme aasta pärast plastist väljas ja karp on meie oma.",
    account: "Merelaht Toidud OÜ",
  },
];

/** Days are counted from today, twenty days after the session. */
export const dueOn = (startedAt: number, inDays: number): string =>
  new Date(startedAt + (20 + inDays) * 86_400_000).toISOString().slice(0, 10);
