import type { SeedAccount } from "./customers";
import {
  action,
  decision,
  goal,
  idOf,
  objective,
  plan,
  type PlanWords,
  position,
  programme,
  risk,
  type SeedPlan,
  strategy,
} from "./plan-data";

const manager = "manager@nordwood.test";
const kadri = "trainee@nordwood.test";
const marten = "trainee2@nordwood.test";
const aivar = "aivar.rand@nordwood.test";
const birgit = "birgit.oja@nordwood.test";
const maris = "maris.pold@nordwood.test";
const ott = "ott.vaher@nordwood.test";

type Words = Omit<PlanWords, "entry">;

/** Entries of one plan refer to each other by key. */
const within = (planKey: string) => (key: string) =>
  idOf(`nordwood/${planKey}/${key}`);

/** The programme and a plan for each key account, in different states of ripeness. */
export function nordwoodPlans(
  keyAccounts: ReadonlyArray<SeedAccount>,
  words: Words,
): SeedPlan[] {
  const accountId = (name: string) =>
    keyAccounts.find((account) => account.name === name)?.id ?? "";
  return [
    programmePlan(words),
    pohjala(accountId("Põhjala Mööbel AS"), words),
    svea(accountId("Svea Kök AB"), words),
    hansa(accountId("Hansa Aknad AS"), words),
    merelaht(accountId("Merelaht Toidud OÜ"), words),
    talopaketti(accountId("Suomen Talopaketti Oy"), words),
  ];
}

/** Criteria, definition and portfolio come from the workshop; what the management had before it stands here. */
function programmePlan({ on, person }: Words): SeedPlan {
  return {
    key: "programme",
    accountId: null,
    id: idOf("nordwood/programme"),
    title: "Nordwoodi KAM-programm",
    type: "grow",
    owner: manager,
    sponsor: null,
    nextReviewIn: 80,
    versions: [
      {
        author: manager,
        daysAgo: 96,
        reason: "Juhtkonna esimene arutelu",
        edits: [
          programme({
            portfolioNote:
              "Seni oleme võtmekliendiks nimetanud igaüht, kelle käive on üle miljoni. Kesk-Läti Saeveski näitab, miks sellest ei piisa: suur käive, aga ostab ainult hinna järgi. Töötoas lepime kokku kriteeriumid.",
            roadmapNote:
              "Esimene aasta: viis võtmeklienti, iga plaan kvartalis üle vaadatud, 12 inimest läbinud sissejuhatuse. Teine aasta: teenindamise kulu kliendi kaupa.",
          }),
        ],
      },
      {
        author: manager,
        daysAgo: 60,
        reason: "Tegevused enne töötuba",
        edits: [
          action("sales-data", {
            title:
              "Müügiandmed kliendi ja üksuse kaupa kahe aasta kohta sisse lugeda",
            ownerId: person(ott),
            unit: "Saematerjal",
            dueOn: on(-40),
            status: "done",
            doneOn: on(-43),
          }),
          action("sponsors", {
            title: "Leppida igale võtmekliendile juhtkonna sponsor",
            ownerId: person(manager),
            dueOn: on(-6),
            status: "doing",
          }),
        ],
      },
    ],
  };
}

/** Ripe: every section filled, several versions, one figure raised by the manager. */
function pohjala(accountId: string, { on, person }: Words): SeedPlan {
  const entry = within("pohjala");
  return {
    key: "pohjala",
    accountId,
    id: idOf("nordwood/pohjala"),
    title: "Põhjala Mööbel: tarnijast arenduspartneriks",
    type: "grow",
    owner: kadri,
    sponsor: manager,
    nextReviewIn: 12,
    versions: [
      {
        author: kadri,
        daysAgo: 205,
        reason: "Esimene mustand",
        edits: [
          plan({
            rationale:
              "Põhjala ostab meilt kõigist kolmest üksusest ja on ainus klient, kelle tootearendus kutsub meid ideede etappi. Kui nad lähevad uue köögisarjaga Rootsi turule, on meie detailid seal juba sees. Kaotus võtaks komponentide liinilt viiendiku mahust.",
            customerContext:
              "Pereettevõte, 340 töötajat, tehased Tartus ja Pärnus. Kaks aastat kasvu ekspordist, kodumaine müük seisab. Uus tegevjuht tuli Soome konkurendi juurest ja tahab tarnijaid 40-lt 15-le.",
          }),
          goal("fewer-suppliers", {
            text: "Vähendada puidutarnijate arvu 40-lt 15-le, et ostuosakond saaks tegeleda vähemate, aga paremate lepingutega.",
            horizonOn: on(250),
            metric: "Lepinguga tarnijate arv",
            evidence: "stated-by-customer",
            confirmedBy: "Kristjan Lõhmus, ostujuht",
            confirmedOn: on(-198),
          }),
          objective("growth", {
            statement:
              "Kasvatada komponentide müüki nii, et uue köögisarja uksed ja sahtlid tulevad meie liimpuidust.",
            customerGoalId: entry("new-line"),
            aim: "growth",
            metric: "Komponentide müük aastas",
            measuredIn: "M€",
            baseline: "1.08",
            target: "1.45",
            dueOn: on(230),
            ownerId: person(kadri),
            status: "open",
            confidenceShare: "0.6",
          }),
        ],
      },
      {
        author: kadri,
        daysAgo: 171,
        reason: "Pärast kohtumist tootearendusega",
        edits: [
          goal("new-line", {
            text: "Tuua köögisari „Põhjarand“ Rootsi turule enne järgmise aasta sügismesse.",
            horizonOn: on(290),
            metric: "Sarja müük Rootsis, M€",
            evidence: "stated-by-customer",
            confirmedBy: "Malin Sandberg, tootearenduse juht",
            confirmedOn: on(-172),
          }),
          goal("waste", {
            text: "Vähendada detailide praaki liinil 4,1 protsendilt alla 2,5 protsendi.",
            horizonOn: on(120),
            metric: "Praagi osa, %",
            evidence: "public-source",
          }),
          position("components", {
            productArea: "Liimpuitdetailid",
            kraljicView: "strategic",
            relationshipLevel: "problem-solver",
            targetLevel: "trusted-advisor",
            basis:
              "Kutsuvad meid uue sarja jooniste juurde; kaks korda aastas ühine kvaliteedipäev Pärnus.",
          }),
          position("packaging", {
            productArea: "Pakendid",
            kraljicView: "noncritical",
            relationshipLevel: "vendor",
            targetLevel: "credible-source",
            basis:
              "Ostetakse hinnapäringuga, kolm pakkujat. Meie ühe üksuse kliendina.",
          }),
          strategy("early-in", {
            objectiveId: entry("growth"),
            choice:
              "Olla arenduse laua taga enne hinnapäringut: meie tehnoloog kaks päeva kuus Pärnu tehases.",
            notDoing:
              "Ei paku allahindlust saematerjalile, et võita komponentide mahtu. Ei võta liini, mida peaksime ainult nende jaoks käigus hoidma.",
            resourcesNeeded:
              "Maris Põld 2 päeva kuus, proovipartiide fond 18 000 €",
            costEstimate: "31000",
          }),
          action("drawings", {
            title:
              "Vaadata Põhjaranna ukse joonised läbi ja pakkuda kolm liimiliite varianti",
            parentId: entry("early-in"),
            ownerId: person(maris),
            unit: "Komponendid",
            startOn: on(-160),
            dueOn: on(-130),
            status: "done",
            doneOn: on(-133),
            effortDays: "6",
          }),
        ],
      },
      {
        author: kadri,
        daysAgo: 88,
        reason: "Kvartaliülevaatus",
        edits: [
          plan({
            positionNote:
              "Viimase 12 kuu müük on 2,5 miljonit eurot ehk 14 % rohkem kui aasta varem. Komponendid kannavad kasvu, saematerjal püsib.",
            walletNote:
              "Hinnang: nad ostavad puitdetaile kokku 3,4 M€ eest aastas, meie osa sellest on umbes kolmandik. Kaks Läti tootjat jagavad ülejäänut.",
            whitespaceNote:
              "Kaubaalused ja tarnepakend (u 260 000 € aastas) tulevad praegu konkurendilt, kuigi meie pakenditehas on neist 40 km kaugusel.",
            direction:
              "Kahe aastaga tarnijast partneriks, kelleta uut sarja ei kavandata. Kasvame komponentides, hoiame saematerjali, pakendeid pakume tervikuna.",
          }),
          objective("whitespace", {
            statement:
              "Viia kogu Pärnu tehase pakend Nordwoodi alla ühe lepinguga.",
            customerGoalId: entry("fewer-suppliers"),
            aim: "growth",
            metric: "Pakendite müük aastas",
            measuredIn: "M€",
            baseline: "0.37",
            target: "0.55",
            dueOn: on(160),
            ownerId: person(kadri),
            status: "open",
            confidenceShare: "0.5",
          }),
          action("pack-offer", {
            title:
              "Ühine pakkumus kolmelt üksuselt: üks leping, üks tellimuskanal, üks arve",
            parentId: entry("whitespace"),
            ownerId: person(kadri),
            unit: "Pakendid",
            startOn: on(-70),
            dueOn: on(-11),
            status: "doing",
            effortDays: "9",
          }),
          action("quality-day", {
            title:
              "Kvaliteedipäev Pärnus: praagi põhjused liinil koos nende meistritega läbi",
            parentId: entry("growth"),
            ownerId: person(maris),
            unit: "Komponendid",
            startOn: on(0),
            dueOn: on(9),
            status: "todo",
            customerOwned: false,
            effortDays: "2",
          }),
          risk("ceo", {
            title: "Uus tegevjuht toob oma varasema Soome tarnija kaasa",
            category: "relationship",
            cause:
              "Meie kontaktid on ostus ja arenduses; tegevjuhiga on kohtunud ainult Liina, üks kord.",
            probabilityShare: "0.25",
            impactAmount: "-410000",
            proximityOn: on(180),
            response: "reduce",
            responseNote:
              "Juhtkondade kohtumine enne suve; näitame praagi vähenemist nende enda liinil.",
            ownerId: person(manager),
            state: "open",
            reviewedOn: on(-20),
          }),
        ],
      },
      {
        author: manager,
        daysAgo: 63,
        reason: "Siht kõrgemaks: sarja maht kinnitati",
        edits: [objective("growth", { target: "1.6", confidenceShare: "0.7" })],
      },
      {
        author: kadri,
        daysAgo: 24,
        reason: "Tegevused järgmiseks kvartaliks",
        edits: [
          action("board", {
            title:
              "Juhtkondade kohtumine Tartus: nende kolme aasta suund ja meie koht selles",
            parentId: entry("ceo"),
            ownerId: person(manager),
            startOn: on(10),
            dueOn: on(26),
            status: "todo",
            effortDays: "1",
          }),
          action("pallets", {
            title: "Kaubaaluste prooviring kahe nädala mahuga",
            parentId: entry("whitespace"),
            ownerId: person(ott),
            unit: "Pakendid",
            startOn: on(3),
            dueOn: on(38),
            status: "todo",
            effortDays: "4",
          }),
          risk("capacity", {
            title:
              "Liimpuidu liin ei jõua sügisel nii Põhjala kui ka Svea mahtu teha",
            category: "delivery",
            cause: "Mõlemad kasvavad korraga, teine vahetus nõuab 14 inimest.",
            probabilityShare: "0.4",
            impactAmount: "-165000",
            proximityOn: on(150),
            response: "reduce",
            responseNote:
              "Ühine mahuplaan Martenga, otsus teise vahetuse kohta mais.",
            ownerId: person(kadri),
            state: "open",
            reviewedOn: on(-24),
          }),
        ],
      },
    ],
  };
}

/** Good: written by a technical mind; figures strong, the customer's view thin. */
function svea(accountId: string, { on, person }: Words): SeedPlan {
  const entry = within("svea");
  return {
    key: "svea",
    accountId,
    id: idOf("nordwood/svea"),
    title: "Svea Kök: kasv, mida liin jõuab kanda",
    type: "grow",
    owner: marten,
    sponsor: null,
    nextReviewIn: 30,
    versions: [
      {
        author: marten,
        daysAgo: 150,
        reason: "Esimene mustand",
        edits: [
          plan({
            rationale:
              "Kiireima kasvuga suur klient: 22 % aastaga. Ostavad keerukamaid detaile kui teised ja maksavad täpsuse eest. Rootsi turul on nad meile viitega klient.",
            positionNote:
              "Müük 2,2 M€, sellest 80 % komponendid. Marginaal on parim kõigist viiest.",
          }),
          position("fronts", {
            productArea: "Köögifrontide liimpuit",
            kraljicView: "bottleneck",
            relationshipLevel: "credible-source",
            targetLevel: "problem-solver",
            basis:
              "Kaks alternatiivset tarnijat on, aga kumbki ei tee 0,2 mm tolerantsi.",
          }),
          objective("delivery", {
            statement: "Tarnetäpsus ±1 päev kõigil komponentide tellimustel.",
            aim: "defend",
            metric: "Õigel päeval tarnitud tellimused",
            measuredIn: "%",
            baseline: "91",
            target: "98",
            dueOn: on(95),
            ownerId: person(marten),
            status: "open",
            confidenceShare: "0.8",
          }),
        ],
      },
      {
        author: marten,
        daysAgo: 74,
        reason: "Pärast visiiti Jönköpingi",
        edits: [
          goal("lead-time", {
            text: "Lühendada köögi tarneaega tellimusest paigalduseni 5 nädalalt 3-le.",
            horizonOn: on(330),
            metric: "Mediaan, nädalat",
            evidence: "stated-by-customer",
            confirmedBy: "Lars Eklund, tootmisjuht",
            confirmedOn: on(-76),
          }),
          strategy("buffer", {
            objectiveId: entry("delivery"),
            choice:
              "Puhverladu kahele kõige sagedasemale detailile Norrköpingis, täitmine nende tootmisplaani järgi.",
            notDoing: "Ei tee kiirtellimusi ilma lisatasuta.",
            resourcesNeeded: "240 m² laopinda, tellimuste andmevahetus",
            costEstimate: "54000",
          }),
          action("edi", {
            title:
              "Tellimuste andmevahetus testis: 50 tellimust ilma käsitsi sisestamiseta",
            parentId: entry("delivery"),
            ownerId: person(marten),
            unit: "Komponendid",
            startOn: on(-40),
            dueOn: on(-4),
            status: "doing",
            effortDays: "8",
          }),
          action("warehouse", {
            title: "Kolm laopinna pakkumust Norrköpingis",
            parentId: entry("buffer"),
            ownerId: person(ott),
            startOn: on(-30),
            dueOn: on(18),
            status: "doing",
            effortDays: "3",
          }),
          risk("currency", {
            title: "Kroon nõrgeneb üle 8 % ja nad küsivad hinda alla",
            category: "price",
            cause: "Leping on eurodes, nende müük kroonides.",
            probabilityShare: "0.3",
            impactAmount: "-120000",
            proximityOn: on(200),
            response: "transfer",
            responseNote:
              "Hinnavahemik lepingusse, kurss vaadatakse üle kord kvartalis.",
            ownerId: person(marten),
            state: "open",
            reviewedOn: on(-70),
          }),
        ],
      },
    ],
  };
}

/** Under pressure: sales fall, the plan says what to defend. */
function hansa(accountId: string, { on, person }: Words): SeedPlan {
  const entry = within("hansa");
  return {
    key: "hansa",
    accountId,
    id: idOf("nordwood/hansa"),
    title: "Hansa Aknad: hoiame, mis on",
    type: "defend",
    owner: kadri,
    sponsor: null,
    nextReviewIn: -9,
    versions: [
      {
        author: kadri,
        daysAgo: 118,
        reason: "Esimene mustand",
        edits: [
          plan({
            rationale:
              "Käive on 1,7 M€, aga langeb teist aastat. Jääb võtmekliendiks, sest aknakomponentide liin on nende mõõtudele ehitatud.",
            customerContext:
              "Eluasemeehitus on maas, nende tellimused samuti. Otsitakse odavamat toormaterjali Lätist.",
            riskNote:
              "Kaks riski on seotud: hind ja liini koormus. Vaata koos.",
          }),
          goal("cost", {
            text: "Vähendada akna omahinda 6 % ilma garantiid lühendamata.",
            horizonOn: on(200),
            metric: "€ akna kohta",
            evidence: "our-assumption",
          }),
          objective("hold", {
            statement: "Hoida aknakomponentide maht eelmise aasta tasemel.",
            customerGoalId: entry("cost"),
            aim: "defend",
            metric: "Komponentide müük aastas",
            measuredIn: "M€",
            baseline: "0.77",
            target: "0.79",
            dueOn: on(60),
            ownerId: person(kadri),
            status: "open",
            confidenceShare: "0.5",
          }),
          risk("latvia", {
            title: "Läti saeveski võidab toormaterjali hanke",
            category: "competition",
            cause: "Nende pakkumus on 7 % odavam, kvaliteet on piisav.",
            probabilityShare: "0.35",
            impactAmount: "-210000",
            proximityOn: on(75),
            response: "reduce",
            responseNote:
              "Pakume tervikut: materjal ja komponent ühe garantiiga.",
            ownerId: person(kadri),
            state: "open",
            reviewedOn: on(-100),
          }),
        ],
      },
      {
        author: kadri,
        daysAgo: 51,
        reason: "Tegevused",
        edits: [
          action("bundle", {
            title:
              "Arvutada terviku hind: materjal, komponent ja garantii koos",
            parentId: entry("hold"),
            ownerId: person(kadri),
            unit: "Saematerjal",
            startOn: on(-45),
            dueOn: on(-19),
            status: "doing",
          }),
          action("cto", {
            title: "Kohtuda tootmisjuhiga: kus liinil aeg kaob?",
            parentId: entry("hold"),
            ownerId: person(kadri),
            dueOn: on(5),
            status: "todo",
          }),
        ],
      },
    ],
  };
}

/** Growing fast on one product and one contact. */
function merelaht(accountId: string, { on, person }: Words): SeedPlan {
  const entry = within("merelaht");
  return {
    key: "merelaht",
    accountId,
    id: idOf("nordwood/merelaht"),
    title: "Merelaht Toidud: pakendist tarneahelani",
    type: "grow",
    owner: aivar,
    sponsor: null,
    nextReviewIn: 44,
    versions: [
      {
        author: aivar,
        daysAgo: 132,
        reason: "Esimene mustand",
        edits: [
          plan({
            rationale:
              "Kasv 31 % aastaga ja kogu nende kalapakend tuleb meilt. Toidupakendis on meie marginaal kolm korda parem kui kaubaalustes.",
            walletNote:
              "Pakendist on meil peaaegu kõik; kaubaaluseid ja transporti ei osta nad meilt üldse.",
          }),
          goal("plastic", {
            text: "Asendada plastkarbid puitkiust karpidega kahes tootesarjas.",
            horizonOn: on(170),
            metric: "Plasti, tonni aastas",
            evidence: "public-source",
          }),
          objective("fibre", {
            statement: "Saada puitkiust karbi ainutarnijaks mõlemas sarjas.",
            customerGoalId: entry("plastic"),
            aim: "value",
            metric: "Karpide müük",
            measuredIn: "M€",
            baseline: "0",
            target: "0.3",
            dueOn: on(190),
            ownerId: person(aivar),
            status: "open",
          }),
          action("samples", {
            title: "Karbi näidised külmakindluse katseks",
            parentId: entry("fibre"),
            ownerId: person(aivar),
            unit: "Pakendid",
            dueOn: on(-25),
            status: "done",
            doneOn: on(-22),
          }),
        ],
      },
      {
        author: aivar,
        daysAgo: 40,
        reason: "Katse tulemus ja uus risk",
        edits: [
          action("line-test", {
            title: "Katsepartii nende liinil: 5000 karpi",
            parentId: entry("fibre"),
            ownerId: person(aivar),
            unit: "Pakendid",
            startOn: on(-12),
            dueOn: on(14),
            status: "doing",
          }),
          risk("single-contact", {
            title: "Kogu suhe hoiab ühe ostujuhi küljes",
            category: "relationship",
            cause: "Tootmises ega kvaliteedis ei tunne meid keegi.",
            probabilityShare: "0.3",
            impactAmount: "-190000",
            response: "reduce",
            ownerId: person(aivar),
            state: "open",
            reviewedOn: on(-40),
          }),
          decision("no-exclusive", {
            text: "Me ei luba karbile ainuõigust Eesti turul, enne kui maht on lepingus.",
            decidedOn: on(-40),
          }),
        ],
      },
    ],
  };
}

/** Just begun: a reason and one goal. */
function talopaketti(accountId: string, { on }: Words): SeedPlan {
  return {
    key: "talopaketti",
    accountId,
    id: idOf("nordwood/talopaketti"),
    title: "Suomen Talopaketti",
    type: "grow",
    owner: birgit,
    sponsor: null,
    nextReviewIn: null,
    versions: [
      {
        author: birgit,
        daysAgo: 33,
        reason: "Alustasin",
        edits: [
          plan({
            rationale:
              "Soome majatehas, 1,1 M€. Ostab saematerjali ja pakendit eri inimeste kaudu; kumbki meie üksus teisest ei teadnud.",
          }),
          goal("schedule", {
            text: "Majapaketi tarne ühel päeval, mitte kolme koormaga.",
            horizonOn: on(210),
            evidence: "our-assumption",
          }),
        ],
      },
    ],
  };
}
