import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemonstration } from "~/demonstration/seed.server";
import type { PlanEntry } from "~/domain/plans/plan-sections";
import { planProblems } from "~/domain/plans/validate-plan";
import { missingToSave, readFields } from "~/domain/plans/read-fields";
import { closeDatabase, connect } from "#db/client.server";
import { baltmedPlans } from "#db/seed/baltmed-plans";
import { baltmed, nordwood } from "#db/seed/customers";
import { nordwoodPlans } from "#db/seed/nordwood-plans";
import { daysFrom, idOf } from "#db/seed/plan-data";
import { createDatabase, dropDatabase } from "../support/database";

const name = "kampus_demonstration";
let superuser: postgres.Sql;
const now = new Date("2026-03-11T09:30:00Z");

beforeAll(async () => {
  const urls = await createDatabase(name);
  connect(urls.appUrl);
  superuser = postgres(urls.superUrl, { max: 1, onnotice: () => {} });
  await seedDemonstration(now);
}, 60_000);

afterAll(async () => {
  await closeDatabase();
  await superuser.end();
  await dropDatabase(name);
});

/** Rows of every table, and what is newest in the logs. */
async function everything(): Promise<Record<string, number>> {
  const tables = await superuser<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' order by 1`;
  const counts: Record<string, number> = {};
  for (const { name: table } of tables) {
    const [row] = await superuser<[{ n: number }]>`
      select count(*)::int as n from ${superuser(table)}`;
    counts[table] = row.n;
  }
  return counts;
}

test("seeding twice changes nothing", async () => {
  const before = await everything();
  expect(await seedDemonstration(now)).toBe(false);
  expect(await everything()).toEqual(before);
});

test("a seed that was interrupted near its end is finished without doubling anything", async () => {
  const before = await everything();
  await superuser`delete from membership where organisation_id in (select id from organisation where kind = 'consultancy')`;
  await superuser`delete from organisation where kind = 'consultancy'`;
  expect(await seedDemonstration(now)).toBe(true);
  expect(await everything()).toEqual(before);
});

test("a seed that was interrupted in the middle is finished", async () => {
  const before = await everything();
  await superuser`delete from membership where organisation_id in (select id from organisation where kind = 'consultancy')`;
  await superuser`delete from organisation where kind = 'consultancy'`;
  await superuser`delete from plan_proposal`;
  await superuser`delete from block_state where block_id like 'eight-problems%'`;
  await superuser`delete from team_member`;
  await superuser`delete from contact`;
  expect(await seedDemonstration(now)).toBe(true);
  const after = await everything();
  expect(after.contact).toBe(before.contact);
  expect(after.team_member).toBe(before.team_member);
  expect(after.block_state).toBe(before.block_state);
  expect(after.plan_proposal).toBe(before.plan_proposal);
});

test("the demonstration has what the contract promises", async () => {
  const [facts] = await superuser`
    select
      (select count(*)::int from account a join organisation o on o.id = a.organisation_id where o.name = 'Nordwood') as customers,
      (select count(*)::int from business_unit u join organisation o on o.id = u.organisation_id where o.name = 'Nordwood') as units,
      (select count(*)::int from plan p join organisation o on o.id = p.organisation_id where o.name = 'Nordwood' and p.kind = 'account') as plans,
      (select max(n)::int from (select count(*) as n from contact group by account_id) as c) as contacts,
      (select count(*)::int from workshop where status = 'closed') as finished,
      (select count(*)::int from workshop where status = 'draft' and scheduled_at > ${now}) as scheduled,
      (select count(*)::int from workshop_participant where role = 'participant') as participants,
      (select count(*)::int from field_task where status = 'submitted') as waiting,
      (select count(*)::int from field_task where status = 'confirmed') as confirmed`;
  expect(facts).toEqual({
    customers: 84,
    units: 3,
    plans: 5,
    contacts: 220,
    finished: 1,
    scheduled: 1,
    participants: 8,
    waiting: 1,
    confirmed: 1,
  });
});

test("the finished workshop went through all six steps and left its outputs of every kind", async () => {
  const kinds = await superuser<{ kind: string }[]>`
    select distinct kind from workshop_output order by 1`;
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "action",
    "criterion",
    "decision",
    "definition",
    "objective",
    "portfolio-position",
    "relationship-stage",
    "score",
    "tier",
  ]);
  const statuses = await superuser<{ status: string }[]>`
    select distinct status from plan_proposal order by 1`;
  expect(statuses.map(({ status }) => status)).toEqual([
    "accepted",
    "proposed",
    "rejected",
  ]);
});

test("the workshop keeps the five key accounts above its cut", async () => {
  const rows = await superuser<{ name: string }[]>`
    select a.name from workshop_output o join account a on a.organisation_id = o.organisation_id and a.id = o.account_id
    where o.kind = 'tier' and o.output ->> 'tier' = 'key' order by 1`;
  expect(rows.map((row) => row.name)).toEqual([
    "Hansa Aknad AS",
    "Merelaht Toidud OÜ",
    "Põhjala Mööbel AS",
    "Suomen Talopaketti Oy",
    "Svea Kök AB",
  ]);
});

test("nothing in the demonstration happened after it was made", async () => {
  const [late] = await superuser`
    select
      (select count(*)::int from plan_version where created_at > ${now}) as versions,
      (select count(*)::int from workshop_operation where at > ${now}) as operations,
      (select count(*)::int from block_state where updated_at > ${now}) as blocks,
      (select count(*)::int from test_attempt where submitted_at > ${now}) as tests,
      (select count(*)::int from skill_evidence where occurred_on > ${now.toISOString().slice(0, 10)}) as evidence`;
  expect(late).toEqual({
    versions: 0,
    operations: 0,
    blocks: 0,
    tests: 0,
    evidence: 0,
  });
});

test("every seeded field is one that its form would have taken", () => {
  const words = { on: daysFrom(now), person: (email: string) => idOf(email) };
  const key = (company: ReturnType<typeof nordwood>) =>
    company.accounts.filter(({ tier }) => tier === "key");
  for (const seeded of [
    ...nordwoodPlans(key(nordwood()), words),
    ...baltmedPlans(key(baltmed()), words),
  ]) {
    const kind = seeded.accountId === null ? "programme" : "account";
    expect(seeded.accountId, seeded.title).not.toBe("");
    const entryIdOf = (entryKey: string) =>
      entryKey === "plan"
        ? seeded.id
        : idOf(`${organisationOf(seeded.id)}/${seeded.key}/${entryKey}`);
    const entries = new Map<string, PlanEntry>();
    for (const { edits } of seeded.versions)
      for (const edit of edits) {
        const read = readFields(kind, edit.kind, edit.fields);
        expect(read.problems, `${seeded.title} ${edit.key}`).toEqual({});
        expect(read.fields).toEqual(edit.fields);
        const id = entryIdOf(edit.key);
        const fields = { ...entries.get(id)?.fields, ...edit.fields };
        entries.set(id, { id, kind: edit.kind, fields, rowVersion: 1 });
      }
    for (const { kind: entryKind, fields } of entries.values())
      expect(missingToSave(kind, entryKind, fields)).toEqual([]);
    const problems = planProblems({
      planId: seeded.id,
      kind,
      entries: [...entries.values()],
    }).map(({ problem }) => problem);
    expect(problems, seeded.title).not.toContain("reference-broken");
    expect(problems, seeded.title).not.toContain("start-after-due");
    expect(problems, seeded.title).not.toContain("owner-twice");
  }
});

const baltmedIds = new Set([idOf("baltmed/daugava"), idOf("baltmed/nemunas")]);
const organisationOf = (planId: string) =>
  baltmedIds.has(planId) ? "baltmed" : "nordwood";
