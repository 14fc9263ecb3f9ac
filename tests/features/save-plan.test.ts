import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson } from "~/domain/plans/plan-snapshot";
import { createPlan } from "~/features/plans/create-plan.server";
import { loadHistory } from "~/features/plans/load-history.server";
import { loadPlan } from "~/features/plans/load-plan.server";
import { restoreVersion } from "~/features/plans/restore-version.server";
import { savePlan } from "~/features/plans/save-plan.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { findVersion } from "#db/queries/plans.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { actingAs, makeAccount, makePlan, typedForm } from "../factories/plan";
import { testDatabase } from "../support/database";

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

type Maker = Awaited<ReturnType<typeof actingAs>>;

async function fieldsOf(member: Maker, planId: string, entryId: string) {
  const view = await loadPlan(member, planId);
  return view?.document.entries.find(({ id }) => id === entryId)?.fields;
}

async function saved(
  member: Maker,
  planId: string,
  typed: Record<string, string>,
): Promise<number> {
  const answer = await savePlan(member, planId, typed);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.version;
}

test("every save is the next version, with a snapshot whose hash is that of its canonical JSON", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const goal = randomUUID();
  const form = (base: number, target: string) =>
    typedForm("objective", goal, base, { statement: "Kasvame", target });
  expect(await saved(member, planId, form(0, "1,2"))).toBe(1);
  expect(await saved(member, planId, form(1, "1,5"))).toBe(2);

  const version = await inTenant(tenant, (db) =>
    findVersion(db, tenant, planId, 2),
  );
  expect(version).toMatchObject({
    authorId: tenant.personId,
    via: "ui",
    changes: {
      added: [],
      removed: [],
      changed: [
        {
          id: goal,
          fields: [{ field: "target", before: "1.2", after: "1.5" }],
        },
      ],
    },
  });
  expect(version?.sha256).toBe(
    createHash("sha256").update(canonicalJson(version?.snapshot)).digest("hex"),
  );
});

test("a save that changes nothing makes no version", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const form = typedForm("risk", randomUUID(), 0, { title: "Hind" });
  expect(await saved(member, planId, form)).toBe(1);
  expect(await saved(member, planId, form)).toBe(1);
});

test("fields that two people changed apart from each other merge, and the second one is told", async () => {
  const { tenant, organisationId } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const other = await actingAs(
    (await makeMember(organisationId, { role: "manager" })).tenant,
  );
  const id = randomUUID();
  const all = { statement: "Kasvame", target: "10", metric: "käive" };
  await saved(member, planId, typedForm("objective", id, 0, all));
  await saved(
    other,
    planId,
    typedForm("objective", id, 1, { ...all, target: "12" }),
  );
  const answer = await savePlan(
    member,
    planId,
    typedForm("objective", id, 1, { ...all, metric: "müügitulu" }),
  );
  expect(answer).toMatchObject({ ok: true, version: 3, merged: true });
  expect(await fieldsOf(member, planId, id)).toMatchObject({
    target: "12",
    metric: "müügitulu",
  });
});

test("the same field changed by two is refused with both texts, and what nobody disputes comes along", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const id = randomUUID();
  const all = { statement: "Kasvame", target: "10", metric: "käive" };
  await saved(member, planId, typedForm("objective", id, 0, all));
  const theirs = { ...all, target: "12" };
  await saved(member, planId, typedForm("objective", id, 1, theirs));

  const mine = { ...all, target: "15", metric: "müügitulu" };
  const answer = await savePlan(
    member,
    planId,
    typedForm("objective", id, 1, mine),
  );
  expect(answer).toEqual({
    ok: false,
    reason: "changed-meanwhile",
    conflict: {
      entryId: id,
      kind: "objective",
      conflicts: [
        {
          what: "field",
          entryId: id,
          kind: "objective",
          field: "target",
          base: "10",
          mine: "15",
          theirs: "12",
        },
      ],
      mine: { metric: "müügitulu" },
      version: 2,
    },
  });
  expect(await fieldsOf(member, planId, id)).toMatchObject({ target: "12" });
});

test.each([
  ["mine", "15", "15"],
  ["theirs", "15", "12"],
  ["edited", "13", "13"],
  // Written over without moving the choice: what was typed isn't lost.
  ["mine", "14", "14"],
])("of two texts %s (typed: %s) gives %s", async (choice, typed, target) => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const id = randomUUID();
  const all = { statement: "Kasvame", target: "10" };
  await saved(member, planId, typedForm("objective", id, 0, all));
  await saved(
    member,
    planId,
    typedForm("objective", id, 1, { ...all, target: "12" }),
  );
  await saved(
    member,
    planId,
    typedForm("objective", id, 2, {
      metric: "müügitulu",
      target: typed,
      "choose.target": choice,
    }),
  );
  expect(await fieldsOf(member, planId, id)).toEqual({
    statement: "Kasvame",
    status: undefined,
    target,
    metric: "müügitulu",
  });
});

test("removing what somebody changed meanwhile is refused, and the other way round too", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const id = randomUUID();
  const remove = (base: number) => ({
    intent: "remove",
    base: String(base),
    entry: id,
    kind: "risk",
  });
  await saved(member, planId, typedForm("risk", id, 0, { title: "Hind" }));
  await saved(member, planId, typedForm("risk", id, 1, { title: "Hinnad" }));
  expect(await savePlan(member, planId, remove(1))).toMatchObject({
    reason: "changed-meanwhile",
    conflict: {
      conflicts: [
        {
          what: "removed-and-changed",
          removedBy: "mine",
          kept: { title: "Hinnad" },
        },
      ],
    },
  });

  expect(await saved(member, planId, remove(2))).toBe(3);
  const late = await savePlan(
    member,
    planId,
    typedForm("risk", id, 2, { title: "Hinnasurve", cause: "konkurent" }),
  );
  expect(late).toMatchObject({
    reason: "changed-meanwhile",
    conflict: {
      conflicts: [{ what: "removed-and-changed", removedBy: "theirs" }],
      // Bringing the entry back takes all of it.
      mine: { title: "Hinnasurve", cause: "konkurent" },
      version: 3,
    },
  });
});

test("20 people who edit at once lose nothing without being told", async () => {
  const { tenant, organisationId } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const [base, id] of ids.entries())
    await saved(
      member,
      planId,
      typedForm("risk", id, base, { title: `Risk ${base}` }),
    );
  const editors = await Promise.all(
    Array.from({ length: 20 }, async () =>
      actingAs((await makeMember(organisationId, { role: "manager" })).tenant),
    ),
  );
  // Everybody starts from version 3; some share a field, some only the entry.
  const fields = ["title", "cause", "responseNote"];
  const attempts = editors.map((editor, n) => ({
    editor,
    entry: ids[n % ids.length] ?? "",
    field: fields[n % 4] ?? "title",
    text: `tekst ${n}`,
  }));
  const answers = await Promise.all(
    attempts.map(({ editor, entry, field, text }) =>
      savePlan(editor, planId, typedForm("risk", entry, 3, { [field]: text })),
    ),
  );

  const history = await loadHistory(member, planId, null);
  const numbers = history?.versions.map(({ number }) => number) ?? [];
  const stored = answers.filter(({ ok }) => ok).length;
  expect(numbers).toEqual(
    Array.from({ length: 3 + stored }, (_, n) => 3 + stored - n),
  );
  for (const [n, { entry, field, text }] of attempts.entries()) {
    const answer = answers[n];
    const now = await fieldsOf(member, planId, entry);
    if (answer?.ok) {
      // Acknowledged and never overwritten: everybody else started before it.
      expect(now?.[field]).toBe(text);
      continue;
    }
    expect(answer).toMatchObject({
      reason: "changed-meanwhile",
      conflict: { conflicts: [{ field, mine: text, theirs: now?.[field] }] },
    });
  }
  expect(stored).toBeGreaterThan(3);
  expect(stored).toBeLessThan(20);
});

test("an earlier version comes back as a new one, and nobody undoes a save they haven't seen", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const id = randomUUID();
  await saved(member, planId, typedForm("risk", id, 0, { title: "Hind" }));
  await saved(member, planId, {
    intent: "remove",
    base: "1",
    entry: id,
    kind: "risk",
  });
  expect(await fieldsOf(member, planId, id)).toBeUndefined();

  expect(
    await restoreVersion(member, planId, { version: 1, newest: 1 }),
  ).toMatchObject({ reason: "changed-meanwhile" });
  expect(
    await restoreVersion(member, planId, { version: 1, newest: 2 }),
  ).toEqual({ ok: true, value: 3 });
  expect(await fieldsOf(member, planId, id)).toEqual({ title: "Hind" });
  const history = await loadHistory(member, planId, { from: 2, to: 3 });
  expect(history?.compared?.diff.added).toMatchObject([{ id }]);
  expect(history?.versions[0]).toMatchObject({ reason: "restore:1" });
});

test.each<[string, Record<string, string>]>([
  ["a field of no plan", { isAdmin: "true" }],
  ["a field of another kind", { statement: "x" }],
  ["the prototype", Object.fromEntries([["__proto__", "x"]])],
  ["the plan's owner", { ownerId: "x", rowVersion: "9" }],
  ["a choice for a field that isn't there", { "choose.x": "mine", x: "2" }],
])("a form with %s is refused and stores nothing", async (_, extra) => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const typed = typedForm("risk", randomUUID(), 0, { title: "Hind" });
  const answer = await savePlan(
    member,
    planId,
    Object.fromEntries([...Object.entries(typed), ...Object.entries(extra)]),
  );
  expect(answer).toMatchObject({ ok: false, reason: "form" });
  expect((await loadPlan(member, planId))?.plan.version).toBe(0);
});

test.each([
  ["base", "7"],
  ["base", "-1"],
  ["entry", "x"],
  ["kind", "constructor"],
  ["kind", "criterion"],
  ["intent", "drop"],
])(
  "a form whose %s is %s belongs to no page of this plan",
  async (name, value) => {
    const { tenant } = await makeOrganisation();
    const { planId, member } = await makePlan(tenant);
    const typed = typedForm("risk", randomUUID(), 0, { title: "Hind" });
    expect(
      await savePlan(member, planId, { ...typed, [name]: value }),
    ).toMatchObject({ reason: "form", problems: { form: "field-unknown" } });
  },
);

test("what is typed is read as people write it, or refused at its field", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  const id = randomUUID();
  const risk = (fields: Record<string, string>) =>
    typedForm("risk", id, 0, { title: "Hind", ...fields });
  expect(
    await savePlan(
      member,
      planId,
      risk({ title: "", probabilityShare: "120", impactAmount: "palju" }),
    ),
  ).toMatchObject({
    problems: {
      probabilityShare: "not-a-share",
      impactAmount: "not-a-number",
    },
  });
  expect(await savePlan(member, planId, risk({ title: " " }))).toMatchObject({
    problems: { title: "missing" },
  });
  await saved(
    member,
    planId,
    risk({ probabilityShare: "12,5 %", impactAmount: "1 234 567,50" }),
  );
  expect(await fieldsOf(member, planId, id)).toMatchObject({
    probabilityShare: "0.125",
    impactAmount: "1234567.5",
  });
});

test("another organisation's person, account or entry can't be named, as one that doesn't exist can't", async () => {
  const { tenant } = await makeOrganisation();
  const stranger = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  for (const ownerId of [stranger.personId, randomUUID()])
    expect(
      await savePlan(
        member,
        planId,
        typedForm("risk", randomUUID(), 0, { title: "Hind", ownerId }),
      ),
    ).toMatchObject({ problems: { ownerId: "not-an-id" } });
  expect(
    await savePlan(
      member,
      planId,
      typedForm("strategy", randomUUID(), 0, {
        choice: "Pikem leping",
        objectiveId: randomUUID(),
      }),
    ),
  ).toMatchObject({ problems: { objectiveId: "not-an-id" } });
});

test("another organisation sees no plan, no history and can't save", async () => {
  const { tenant } = await makeOrganisation();
  const { planId, member } = await makePlan(tenant);
  await saved(
    member,
    planId,
    typedForm("risk", randomUUID(), 0, { title: "Hind" }),
  );
  const stranger = await actingAs((await makeOrganisation()).tenant);
  expect(await loadPlan(stranger, planId)).toBeNull();
  expect(await loadHistory(stranger, planId, { from: 0, to: 1 })).toBeNull();
  expect(
    await savePlan(
      stranger,
      planId,
      typedForm("risk", randomUUID(), 1, { title: "X" }),
    ),
  ).toEqual({ ok: false, reason: "plan-unknown" });
  expect(
    await restoreVersion(stranger, planId, { version: 0, newest: 1 }),
  ).toEqual({ ok: false, reason: "plan-unknown" });
});

test("an account plan is its owner's, a manager's and the consultant's to write", async () => {
  const { tenant, organisationId } = await makeOrganisation();
  const owner = await makeMember(organisationId, { role: "trainee" });
  const { planId } = await makePlan(tenant, owner.personId);
  const tryAs = async (maker: typeof tenant) =>
    (
      await savePlan(
        await actingAs(maker),
        planId,
        typedForm("risk", randomUUID(), 0, { title: "Hind" }),
      )
    ).ok;
  expect(await tryAs(owner.tenant)).toBe(true);
  expect(
    await tryAs(
      (await makeMember(organisationId, { role: "consultant" })).tenant,
    ),
  ).toBe(true);
  expect(
    await tryAs((await makeMember(organisationId, { role: "trainee" })).tenant),
  ).toBe(false);
});

test("an account has one plan from a day on, also when two start it at once", async () => {
  const { tenant } = await makeOrganisation();
  const account = await makeAccount(tenant);
  const member = await actingAs(tenant);
  const form = {
    title: "Plaan",
    periodStartOn: "2026-01-01",
    periodEndOn: "2026-12-31",
    type: "grow" as const,
    ownerId: tenant.personId,
  };
  const made = await Promise.all(
    [1, 2, 3].map(() => createPlan(member, account.id, form)),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: "period-taken" },
    { ok: false, reason: "period-taken" },
  ]);
});

test.each([
  [{ periodEndOn: "2025-12-31" }, "period-backwards"],
  [{ periodEndOn: "2031-06-01" }, "period-too-long"],
  [{ ownerId: randomUUID() }, "owner-unknown"],
])("a plan with %o is refused", async (change, reason) => {
  const { tenant } = await makeOrganisation();
  const account = await makeAccount(tenant);
  const made = await createPlan(await actingAs(tenant), account.id, {
    title: "Plaan",
    periodStartOn: "2026-01-01",
    periodEndOn: "2026-12-31",
    type: "grow",
    ownerId: tenant.personId,
    ...change,
  });
  expect(made).toEqual({ ok: false, reason });
});
