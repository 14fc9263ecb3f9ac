import { randomBytes, randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Locale } from "~/domain/organisations/locale";
import { addMonths, latestTwelveMonths } from "~/domain/plans/sales-window";
import { done, type Outcome, refused } from "~/domain/outcome";
import { decide } from "~/domain/workshops/decide";
import { joinCodeFrom } from "~/domain/workshops/join-code";
import type { Command, Operation } from "~/domain/workshops/messages";
import { emptyWorkshop, reduce } from "~/domain/workshops/reduce";
import type { Account, Mode } from "~/domain/workshops/types";
import type { Member } from "~/platform/guard.server";
import { templateFor } from "~/platform/templates.server";
import { type Db, inTenant } from "#db/client.server";
import {
  findEconomicsSettings,
  listAccounts,
  listMonthlySales,
  listUnitsServed,
} from "#db/queries/accounts.server";
import { insertSeat, insertWorkshop } from "#db/queries/workshops.server";
import { append } from "./submit-command.server";
import { keepState } from "./workshop-state.server";

export type NewWorkshop = {
  title: string;
  theme: string;
  mode: Mode;
  language: Locale;
  scheduledAt: Date | null;
  /** How many of the largest accounts the room scores; key accounts and candidates come in any case. */
  accountCount: number;
};

/** Codes of 40 random bits meet once in a million workshops; three tries are plenty. */
function makeJoinCode(): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const code = joinCodeFrom(randomBytes(32));
    if (code) return code;
  }
  throw new Error("No join code could be made.");
}

/**
 * Prepares a workshop for the organisation that the consultant looks at, with the accounts' hard facts
 * filled in from its sales; the consultant is its first facilitator.
 *
 * @returns the workshop's id.
 */
export async function createWorkshop(
  member: Member,
  workshop: NewWorkshop,
  now: Date,
): Promise<Outcome<string, "theme-unknown">> {
  const { tenant, person } = member;
  const loaded = templateFor(workshop.theme);
  if (!loaded) return refused("theme-unknown");
  const { template } = loaded;
  const workshopId = uuidv7();
  const participantId = randomUUID();
  const state = await inTenant(tenant, async (db) => {
    const { currency } = await findEconomicsSettings(db, tenant);
    const accounts = await candidateAccounts(
      db,
      tenant,
      workshop.accountCount,
      now,
    );
    const { accountCount: _count, ...row } = workshop;
    await insertWorkshop(db, tenant, {
      ...row,
      id: workshopId,
      templateVersion: template.version,
      status: "draft",
      joinCode: makeJoinCode(),
      createdBy: person.id,
    });
    const before = emptyWorkshop(workshopId);
    const command: Extract<Command, { type: "create" }> = {
      opId: randomUUID(),
      workshopId,
      stepId: null,
      baseSeq: 0,
      type: "create",
      payload: {
        title: workshop.title,
        theme: workshop.theme,
        templateVersion: template.version,
        mode: workshop.mode,
        language: workshop.language,
        currency,
        // What outputs feed is the template's own knowledge; the log keeps what the room does.
        steps: template.steps.map(({ outputs: _outputs, ...step }) => step),
        accounts,
        facilitator: { participantId, name: person.name },
      },
    };
    const decided = decide(
      before,
      command,
      { kind: "person", participantId },
      now.getTime(),
    );
    if (!decided.ok) throw new Error(`Not created: ${decided.reason}`);
    const operation = {
      ...decided.value,
      opId: command.opId,
      workshopId,
      stepId: null,
      seq: 1,
      actorId: participantId,
      at: now.getTime(),
    } as Operation;
    const after = reduce(before, operation);
    await append(db, tenant, before, after, [operation]);
    await insertSeat(db, tenant, {
      workshopId,
      id: participantId,
      name: person.name,
      unit: "",
      role: "facilitator",
      personId: person.id,
      tokenHash: null,
      locale: person.locale,
      joinedAt: now,
    });
    return after;
  });
  keepState(tenant, state);
  return done(workshopId);
}

/** Key accounts and candidates, then the largest others, with their facts of the latest twelve months. */
async function candidateAccounts(
  db: Db,
  tenant: Member["tenant"],
  count: number,
  now: Date,
): Promise<Account[]> {
  const accounts = await listAccounts(db, tenant);
  const sales = await listMonthlySales(db, tenant);
  const today = now.toISOString().slice(0, 10);
  const window = latestTwelveMonths(
    sales.map(({ month }) => month.slice(0, 7)),
    today,
  );
  const served = window
    ? await listUnitsServed(
        db,
        tenant,
        `${window.firstMonth}-01`,
        `${window.lastMonth}-01`,
      )
    : new Map<string, string[]>();
  type Sums = { now: number; before: number; cost: number | null };
  const sums = new Map<string, Sums>();
  for (const { accountId, month, revenue, cogsVariable } of sales) {
    if (!window) break;
    const key = month.slice(0, 7);
    const sum = sums.get(accountId) ?? { now: 0, before: 0, cost: 0 };
    if (key >= window.firstMonth && key <= window.lastMonth) {
      sum.now += Number(revenue);
      sum.cost =
        sum.cost === null || cogsVariable === null
          ? null
          : sum.cost + Number(cogsVariable);
    } else if (
      key >= addMonths(window.firstMonth, -12) &&
      key < window.firstMonth
    ) {
      sum.before += Number(revenue);
    }
    sums.set(accountId, sum);
  }
  const weight = { key: 0, candidate: 1, standard: 2, former: 3 };
  return accounts
    .filter(({ tier }) => tier !== "former")
    .sort(
      (a, b) =>
        weight[a.tier] - weight[b.tier] ||
        (sums.get(b.id)?.now ?? 0) - (sums.get(a.id)?.now ?? 0),
    )
    .slice(0, count)
    .map(({ id, name, currency }) => {
      const sum = sums.get(id);
      return {
        id,
        name,
        facts:
          sum && window
            ? {
                revenue12m: { amount: Math.round(sum.now), currency },
                growthShare: sum.before > 0 ? sum.now / sum.before - 1 : null,
                marginShare:
                  sum.cost !== null && sum.now > 0
                    ? 1 - sum.cost / sum.now
                    : null,
                unitsServed: served.get(id) ?? [],
                source: "sales",
                asOf: window.lastMonth,
              }
            : null,
        potential: null,
      };
    });
}
