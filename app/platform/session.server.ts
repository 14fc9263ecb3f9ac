import { createHash } from "node:crypto";
import {
  type Adapter,
  type DatabaseSession,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from "lucia";
import { asPerson, withKey } from "#db/client.server";
import {
  deleteExpiredSessionsOf,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  listSessionsOf,
  setActiveOrganisation,
  type SessionHolder,
  type SessionRow,
} from "#db/queries/sessions.server";
import { env } from "./env.server";

// lucia is what the product uses for sessions; its maintenance ended, so nothing outside this file
// knows it. It stores the session's id as it stands in the cookie: the adapter stores a hash. It has
// no absolute lifetime: the adapter adds one.

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseSessionAttributes: {
      organisationId: string | null;
      absoluteExpiresAt: Date;
    };
    DatabaseUserAttributes: Omit<SessionHolder, "id">;
  }
}

const absoluteHours = 12;

function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

function toLucia(row: SessionRow, sessionId: string): DatabaseSession {
  return {
    id: sessionId,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: {
      organisationId: row.organisationId,
      absoluteExpiresAt: row.absoluteExpiresAt,
    },
  };
}

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const idHash = hashOf(sessionId);
    const found = await withKey(idHash, (db) => findSession(db, idHash));
    if (!found || found.session.absoluteExpiresAt <= new Date())
      return [null, null];
    const { id, ...attributes } = found.holder;
    return [toLucia(found.session, sessionId), { id, attributes }];
  },
  async getUserSessions(personId) {
    const rows = await asPerson(personId, (db) => listSessionsOf(db, personId));
    return rows.map((row) => toLucia(row, row.idHash));
  },
  async setSession(session) {
    await asPerson(session.userId, (db) =>
      insertSession(db, {
        idHash: hashOf(session.id),
        personId: session.userId,
        organisationId: session.attributes.organisationId,
        expiresAt: session.expiresAt,
        absoluteExpiresAt: session.attributes.absoluteExpiresAt,
      }),
    );
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    const idHash = hashOf(sessionId);
    await withKey(idHash, (db) => extendSession(db, idHash, expiresAt));
  },
  async deleteSession(sessionId) {
    const idHash = hashOf(sessionId);
    await withKey(idHash, (db) => deleteSession(db, idHash));
  },
  async deleteUserSessions(personId) {
    await asPerson(personId, (db) => deleteSessionsOf(db, personId));
  },
  // Each sign-in clears the person's own expired sessions; there is no job that sees everybody's.
  async deleteExpiredSessions() {},
};

function makeLucia() {
  const { secureCookies, sessionIdleMinutes } = env();
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(sessionIdleMinutes, "m"),
    sessionCookie: {
      name: secureCookies ? "__Host-kampus" : "kampus",
      attributes: { secure: secureCookies, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}

let made: ReturnType<typeof makeLucia> | undefined;
const lucia = () => (made ??= makeLucia());

/** Ends with the browser; the server's own limits end it sooner. */
function browserCookie(cookie: ReturnType<Lucia["createSessionCookie"]>) {
  delete cookie.attributes.maxAge;
  return cookie.serialize();
}

export type Identity = {
  /** The cookie's value; hash it before storing or logging anything. */
  sessionId: string;
  sessionHash: string;
  activeOrganisationId: string | null;
  person: SessionHolder;
};

/** Who holds the request's session cookie; null when it is absent, ended or revoked. */
export async function identityOf(request: Request): Promise<Identity | null> {
  const sessionId = lucia().readSessionCookie(
    request.headers.get("Cookie") ?? "",
  );
  if (!sessionId || sessionId.length > 100) return null;
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return null;
  const { email, name, locale, memberships } = user;
  return {
    sessionId,
    sessionHash: hashOf(sessionId),
    activeOrganisationId: session.organisationId,
    person: { id: user.id, email, name, locale, memberships },
  };
}

/** Starts a new session. @returns the Set-Cookie header; always a new id, never one that was sent in. */
export async function startSession(
  personId: string,
  organisationId: string | null,
): Promise<string> {
  const now = new Date();
  await asPerson(personId, (db) => deleteExpiredSessionsOf(db, personId, now));
  const session = await lucia().createSession(
    personId,
    {
      organisationId,
      absoluteExpiresAt: new Date(now.getTime() + absoluteHours * 3_600_000),
    },
    { sessionId: generateIdFromEntropySize(25) },
  );
  return browserCookie(lucia().createSessionCookie(session.id));
}

/** Ends the session. @returns the Set-Cookie header that forgets it. */
export async function endSession(identity: Identity | null): Promise<string> {
  if (identity) await lucia().invalidateSession(identity.sessionId);
  return lucia().createBlankSessionCookie().serialize();
}

/** Ends all of a person's sessions: password changed, person disabled. */
export async function endAllSessions(personId: string): Promise<void> {
  await lucia().invalidateUserSessions(personId);
}

/** Remembers which organisation the person looks at; the guard still checks membership each time. */
export async function lookAtOrganisation(
  identity: Identity,
  organisationId: string,
): Promise<void> {
  await withKey(identity.sessionHash, (db) =>
    setActiveOrganisation(db, identity.sessionHash, organisationId),
  );
}
