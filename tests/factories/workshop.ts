import { randomUUID } from "node:crypto";
import { memberOrVisitor } from "~/platform/guard.server";
import { createWorkshop } from "~/features/workshops/create-workshop.server";
import type { Mode } from "~/domain/workshops/types";
import { inTenant } from "#db/client.server";
import { insertAccounts } from "#db/queries/accounts.server";
import { findWorkshop } from "#db/queries/workshops.server";
import { makeOrganisation, signedIn } from "./organisation";

/**
 * A workshop of an organisation of its own, which knows two customers, prepared by its consultant.
 *
 * @returns who leads it (as a Cookie header) and the code on the wall.
 */
export async function makeWorkshop({ mode = "named" as Mode } = {}) {
  const maker = await makeOrganisation({ role: "consultant" });
  const cookie = await signedIn(maker.personId, maker.organisationId);
  const member = await memberOrVisitor({
    request: new Request("http://localhost/", { headers: { Cookie: cookie } }),
    context: {
      nonce: "",
      requestId: "",
      clientIp: "",
      wantsData: true,
    },
  });
  if (!member) throw new Error("The consultant isn't signed in.");
  await inTenant(maker.tenant, (db) =>
    insertAccounts(
      db,
      maker.tenant,
      ["Põhjala Mööbel AS", "Svea Kök AB"].map((name) => ({
        id: randomUUID(),
        name,
        country: "EE",
        industry: "",
        tier: "key",
        ownerId: null,
        currency: "EUR",
      })),
    ),
  );
  const created = await createWorkshop(
    member,
    {
      title: "Key accounts 2027",
      theme: "strategies",
      mode,
      language: "en",
      scheduledAt: null,
      accountCount: 10,
    },
    new Date("2026-08-01T09:00:00Z"),
  );
  if (!created.ok) throw new Error(created.reason);
  const row = await inTenant(maker.tenant, (db) =>
    findWorkshop(db, maker.tenant, created.value),
  );
  return {
    ...maker,
    cookie,
    workshopId: created.value,
    joinCode: row?.joinCode ?? "",
  };
}
