import { randomUUID } from "node:crypto";
import type { Provenance, WorkshopOutput } from "~/domain/plans/output";
import { createPlan } from "~/features/plans/create-plan.server";
import type { Author } from "~/features/plans/write-plan.server";
import { inTenant } from "#db/client.server";
import { insertAccounts } from "#db/queries/accounts.server";
import { findMember } from "#db/queries/people.server";
import { insertWorkshop, replaceOutputs } from "#db/queries/workshops.server";

/** Acts as that member, as the guard would have found them. */
export async function actingAs(tenant: Author, locale: "et" | "en" = "et") {
  const member = await inTenant(tenant, (db) =>
    findMember(db, tenant, tenant.personId),
  );
  if (!member) throw new Error("no such member");
  return {
    tenant,
    role: member.role,
    person: {
      id: tenant.personId,
      name: member.name,
      email: "",
      locale,
      memberships: [],
    },
  };
}

export async function makeAccount(
  tenant: Author,
  {
    ownerId = null,
    tier = "standard",
  }: { ownerId?: string | null; tier?: "key" | "standard" } = {},
): Promise<{ id: string; name: string }> {
  const account = { id: randomUUID(), name: `Klient ${randomUUID()}` };
  await inTenant(tenant, (db) =>
    insertAccounts(db, tenant, [
      {
        ...account,
        country: "EE",
        industry: "",
        tier,
        ownerId,
        currency: "EUR",
      },
    ]),
  );
  return account;
}

/** An account with an empty plan for 2026. */
export async function makePlan(tenant: Author, ownerId = tenant.personId) {
  const account = await makeAccount(tenant, { ownerId });
  const member = await actingAs(tenant);
  const made = await createPlan(member, account.id, {
    title: `${account.name} 2026`,
    periodStartOn: "2026-01-01",
    periodEndOn: "2026-12-31",
    type: "grow",
    ownerId,
  });
  if (!made.ok) throw new Error(made.reason);
  return { planId: made.value, account, member };
}

/** What a form for one entry sends. */
export function typedForm(
  kind: string,
  entry: string,
  base: number,
  fields: Record<string, string>,
): Record<string, string> {
  return { intent: "save", base: String(base), entry, kind, ...fields };
}

/** One kind of result out of the union, without what every result has. */
export type OutputBody = WorkshopOutput extends infer Output
  ? Output extends WorkshopOutput
    ? Omit<Output, "id" | "provenance">
    : never
  : never;

/** A closed workshop that left these results, as the live side stores them. */
export async function makeOutputs(
  tenant: Author,
  bodies: ReadonlyArray<OutputBody>,
  {
    title = "Strateegiapäev",
    contributors = { names: ["Mari Tamm", "Jaan Kask"] },
  }: { title?: string; contributors?: Provenance["contributors"] } = {},
): Promise<{ workshopId: string; outputs: WorkshopOutput[] }> {
  const workshopId = randomUUID();
  const outputs = bodies.map((body) => ({
    ...body,
    id: randomUUID(),
    provenance: {
      workshopId,
      workshopTitle: title,
      stepId: "weights",
      seqFrom: 10,
      seqTo: 42,
      contributors,
      mean: 7.5,
      median: 8,
      dispersion: 0.2,
      decidedByName: "Priit Kask",
      decidedAt: "2026-09-01T10:00:00.000Z",
    },
  })) as WorkshopOutput[];
  await inTenant(tenant, async (db) => {
    await insertWorkshop(db, tenant, {
      id: workshopId,
      title,
      theme: "strategies",
      templateVersion: "1",
      language: "et",
      mode: "named",
      status: "closed",
      joinCode: randomUUID().replaceAll("-", "").slice(0, 8).toUpperCase(),
      scheduledAt: null,
      createdBy: tenant.personId,
    });
    await replaceOutputs(db, tenant, workshopId, outputs);
  });
  return { workshopId, outputs };
}
