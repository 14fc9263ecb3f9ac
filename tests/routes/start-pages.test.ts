import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, connect } from "#db/client.server";
import { makeOrganisation, signedIn } from "../factories/organisation";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;

beforeAll(async () => {
  const database = await createDatabase("kampus_start_pages");
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

/** In an organisation where nothing has happened yet, each page says what to do first. */
test.each([
  ["trainee", "et", ["Jätka õppimist", "Sul ei ole veel kliendiplaani"]],
  ["trainee", "en", ["Go on learning", "You have no account plan yet"]],
  ["manager", "et", ["Kutsu inimene", "Müügiandmeid veel ei ole"]],
  ["manager", "en", ["Invite a person", "There is no sales data yet"]],
  ["consultant", "et", ["Töötubasid veel ei ole", "Uus töötuba"]],
  ["consultant", "en", ["New workshop", "There are no account plans yet"]],
  ["administrator", "et", ["Haldus", "Kutsu inimene"]],
  ["administrator", "en", ["Administration", "Invite a person"]],
] as const)(
  "the start page of a new %s (%s) says what to do first",
  async (role, locale, sentences) => {
    const { personId, organisationId } = await makeOrganisation({
      role,
      locale,
    });
    const answer = await fetch(`${server.origin}/`, {
      headers: { Cookie: await signedIn(personId, organisationId) },
    });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    for (const sentence of sentences) expect(page).toContain(sentence);
  },
);

test("letters are not shown where the people are real", async () => {
  const { personId, organisationId } = await makeOrganisation({
    role: "administrator",
  });
  const answer = await fetch(`${server.origin}/dev/mail`, {
    headers: { Cookie: await signedIn(personId, organisationId) },
  });
  // A client's administrator is refused; the consultancy's would get 404 without a demonstration.
  expect(answer.status).toBe(403);
});
