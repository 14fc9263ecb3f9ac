import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proposeWorkshopOutputs } from "~/features/plans/propose-outputs.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { listProposals, lockPlan } from "#db/queries/plans.server";
import {
  makeMember,
  makeOrganisation,
  signedIn,
} from "../factories/organisation";
import { makeAccount, makeOutputs, makePlan } from "../factories/plan";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;

beforeAll(async () => {
  const database = await createDatabase("kampus_plan_forms");
  connect(database.appUrl);
  server = await startTestServer({
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.migrationUrl,
  });
});

afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

function get(cookie: string, path: string) {
  return fetch(server.origin + path, {
    headers: { Cookie: cookie, Accept: "text/html" },
    redirect: "manual",
  });
}

function post(
  cookie: string,
  path: string,
  fields: ReadonlyArray<[string, string]>,
) {
  return fetch(server.origin + path, {
    method: "POST",
    redirect: "manual",
    headers: {
      Cookie: cookie,
      Accept: "text/html",
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
    },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
}

const riskForm = (
  base: number,
  entry: string,
  title: string,
): Array<[string, string]> => [
  ["intent", "save"],
  ["base", String(base)],
  ["entry", entry],
  ["kind", "risk"],
  ["title", title],
];

async function planned() {
  const organisation = await makeOrganisation();
  const { tenant, personId, organisationId } = organisation;
  const cookie = await signedIn(personId, organisationId);
  return { tenant, organisationId, cookie, ...(await makePlan(tenant)) };
}

const versionOf = (
  tenant: Awaited<ReturnType<typeof planned>>["tenant"],
  planId: string,
) => inTenant(tenant, (db) => lockPlan(db, tenant, planId));

test.each<[string, Array<[string, string]>]>([
  ["a field that it doesn't have", [["isAdmin", "1"]]],
  ["__proto__", [["__proto__", "1"]]],
  ["constructor", [["constructor", "1"]]],
  ["the same field twice", [["title", "teine"]]],
  [
    "ten thousand fields",
    Array.from({ length: 10_000 }, (_, n) => [`f${n}`, "1"]),
  ],
])(
  "a plan's form with %s is answered with 422 and stores nothing",
  async (_, extra) => {
    const { tenant, cookie, planId } = await planned();
    const answer = await post(cookie, `/plans/${planId}`, [
      ...riskForm(0, randomUUID(), "Hind"),
      ...extra,
    ]);
    expect(answer.status).toBe(422);
    expect(await versionOf(tenant, planId)).toBe(0);
  },
);

test("a form that was refused keeps what was typed", async () => {
  const { cookie, planId } = await planned();
  const answer = await post(cookie, `/plans/${planId}?edit=new:risk`, [
    ...riskForm(0, randomUUID(), "Hinnasurve Riiast"),
    ["impactAmount", "väga palju"],
  ]);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("See ei ole arv.");
  expect(page).toContain('value="väga palju"');
  expect(page).toContain('value="Hinnasurve Riiast"');
});

test("a save on an older version is answered with 409 and both texts, without JavaScript too", async () => {
  const { cookie, planId } = await planned();
  const entry = randomUUID();
  const save = (base: number, title: string) =>
    post(cookie, `/plans/${planId}`, riskForm(base, entry, title));
  const saved = await save(0, "Algne");
  expect(saved.status).toBe(302);
  expect(saved.headers.get("Location")).toBe(
    `/plans/${planId}?saved=1#${entry}`,
  );
  await save(1, "Tema sõnad");
  const answer = await save(1, "Minu sõnad");
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain("Tema sõnad");
  expect(page).toContain("Minu sõnad");
  expect(page).toContain("Keegi muutis sama kohta samal ajal");
});

test("an accepted proposal stands in the plan with its workshop, step and people two clicks away", async () => {
  const { tenant, cookie } = await planned();
  const account = await makeAccount(tenant);
  const { workshopId } = await makeOutputs(tenant, [
    {
      kind: "tier",
      accountId: account.id,
      tier: "key",
      score: 8,
      rank: 1,
      rankStability: null,
    },
    { kind: "objective", accountId: account.id, statement: "Kasvame koos" },
  ]);
  const proposed = await proposeWorkshopOutputs(tenant, workshopId);
  const planId =
    (proposed.ok &&
      proposed.value.plans.find(({ kind }) => kind === "account")?.planId) ||
    "";
  const open = await inTenant(tenant, (db) =>
    listProposals(db, tenant, planId),
  );
  const objective = open.find(
    ({ change }) => (change as { kind: string }).kind === "objective",
  );
  const list = await (await get(cookie, `/plans/${planId}/proposals`)).text();
  expect(list).toContain("Kasvame koos");
  expect(list).toContain(`/workshops/${workshopId}/report#weights`);

  const answer = await post(cookie, `/plans/${planId}/proposals`, [
    ["intent", "accept"],
    ["base", "0"],
    ["proposal", objective?.id ?? ""],
    ["statement", "Kasvame koos"],
    ["status", "open"],
  ]);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("Plaani läks 1 ettepanek.");
  const plan = await (await get(cookie, `/plans/${planId}`)).text();
  expect(plan).toContain("Kasvame koos");
  expect(plan).toContain("Töötoast „Strateegiapäev“");
  expect(plan).toContain(`/workshops/${workshopId}/report#weights`);
  expect(plan).toContain("Mari Tamm");

  const rejected = await post(cookie, `/plans/${planId}/proposals`, [
    ["intent", "reject"],
    ["base", "1"],
    ["proposal", open.find(({ id }) => id !== objective?.id)?.id ?? ""],
    ["comment", ""],
  ]);
  expect(rejected.status).toBe(422);
});

test("an anonymous session's names are on no page of the plan", async () => {
  const { tenant, cookie } = await planned();
  const account = await makeAccount(tenant);
  const { workshopId } = await makeOutputs(
    tenant,
    [
      {
        kind: "tier",
        accountId: account.id,
        tier: "key",
        score: 8,
        rank: 1,
        rankStability: null,
      },
    ],
    { contributors: { anonymous: true, n: 12 } },
  );
  const proposed = await proposeWorkshopOutputs(tenant, workshopId);
  const planId =
    (proposed.ok &&
      proposed.value.plans.find(({ kind }) => kind === "account")?.planId) ||
    "";
  const list = await (await get(cookie, `/plans/${planId}/proposals`)).text();
  expect(list).toContain("12 inimest, anonüümselt");
  expect(list).not.toContain("Mari Tamm");
});

test("another organisation's plan is the same 404 as one that doesn't exist, on every address", async () => {
  const { planId } = await planned();
  const { organisationId, personId } = await makeOrganisation();
  const stranger = await signedIn(personId, organisationId);
  for (const rest of ["", "/history", "/proposals", "/history?from=0&to=1"]) {
    const theirs = await get(stranger, `/plans/${planId}${rest}`);
    const absent = await get(stranger, `/plans/${randomUUID()}${rest}`);
    expect([theirs.status, absent.status]).toEqual([404, 404]);
  }
  const written = await post(
    stranger,
    `/plans/${planId}`,
    riskForm(0, randomUUID(), "Hind"),
  );
  expect(written.status).toBe(404);
  expect((await get(stranger, "/plans/not-an-id")).status).toBe(404);
});

test("a colleague reads the plan and gets 403 when they write; so does a trainee in the programme", async () => {
  const { planId, organisationId, cookie } = await planned();
  const { personId } = await makeMember(organisationId, { role: "trainee" });
  const colleague = await signedIn(personId, organisationId);
  expect((await get(colleague, `/plans/${planId}`)).status).toBe(200);
  const form = riskForm(0, randomUUID(), "Hind");
  expect((await post(colleague, `/plans/${planId}`, form)).status).toBe(403);
  expect((await post(colleague, "/programme", [])).status).toBe(403);
  expect((await get(colleague, "/programme")).status).toBe(200);

  expect((await post(cookie, "/programme", [])).status).toBe(302);
  const programme = await (await get(colleague, "/programme")).text();
  expect(programme).toContain("PP10");
  expect(programme).not.toContain("?edit=");
});

test("one button starts the account's plan for this year, once", async () => {
  const { tenant, cookie } = await planned();
  const account = await makeAccount(tenant);
  const start = () => post(cookie, `/plans/new?account=${account.id}`, []);
  expect((await start()).headers.get("Location")).toMatch(
    /^\/plans\/[0-9a-f-]+$/,
  );
  const again = await start();
  expect(again.status).toBe(422);
  expect(await again.text()).toContain(
    "Sellel kliendil on sama päevaga algav plaan juba olemas.",
  );
  const stranger = await makeOrganisation();
  const theirs = await signedIn(stranger.personId, stranger.organisationId);
  const foreign = await post(theirs, `/plans/new?account=${account.id}`, []);
  expect(foreign.status).toBe(404);
});
