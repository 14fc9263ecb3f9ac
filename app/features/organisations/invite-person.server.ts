import { uuidv7 } from "uuidv7";
import type { Locale } from "~/domain/organisations/locale";
import type { Role } from "~/domain/organisations/permissions";
import {
  passwordProblem,
  type PasswordProblem,
} from "~/domain/organisations/password";
import type { Tenant } from "~/domain/organisations/tenant";
import { done, type Outcome, refused } from "~/domain/outcome";
import { env } from "~/platform/env.server";
import { translatorFor } from "~/platform/i18n/i18n.server";
import { waitBeforeTry } from "~/platform/limits.server";
import { sendMail } from "~/platform/mail.server";
import {
  hashPassword,
  isCommonPassword,
  passwordMatches,
} from "~/platform/passwords.server";
import { hashToken, makeToken } from "~/platform/secrets.server";
import { startSession } from "~/platform/session.server";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant, presentKey, withKey } from "#db/client.server";
import {
  type Background,
  findPersonByEmail,
  findSecretLink,
  insertAuditEvent,
  insertMembership,
  insertPerson,
  insertSecretLink,
  insertTeamMember,
  listInvitations,
  listMembers,
  listTeams,
  type SecretLink,
  spendSecretLink,
} from "#db/queries/people.server";

const lifetimeDays = 7;

export type Invitation = {
  email: string;
  name: string;
  role: Role;
  background: Background | null;
  teamId: string | null;
};

type InviteRefusal = "role-not-yours" | "team-unknown" | "already-member";

/**
 * Sends an invitation into the tenant's organisation.
 *
 * @param inviterRole managers invite trainees and managers; administrators anybody.
 */
export async function invitePerson(
  tenant: Tenant,
  inviter: {
    role: Role;
    name: string;
    organisationName: string;
    /** The letter's language: the invited person has not chosen one yet. */
    locale: Locale;
  },
  invitation: Invitation,
  requestId: string | null,
): Promise<Outcome<null, InviteRefusal>> {
  const { email, name, role, background, teamId } = invitation;
  const grantable: ReadonlyArray<Role> =
    inviter.role === "administrator"
      ? ["trainee", "manager", "consultant", "administrator"]
      : ["trainee", "manager"];
  if (!grantable.includes(role)) return refused("role-not-yours");

  const { token, tokenHash } = makeToken();
  const stored = await inTenant(tenant, async (db) => {
    if (teamId) {
      const teams = await listTeams(db, tenant);
      if (!teams.some(({ id }) => id === teamId))
        return refused("team-unknown" as const);
    }
    const members = await listMembers(db, tenant);
    if (members.some((member) => member.email === email))
      return refused("already-member" as const);
    await insertSecretLink(db, {
      tokenHash,
      kind: "invite",
      email,
      name,
      organisationId: tenant.organisationId,
      role,
      background,
      roleProfile:
        role === "trainee" && background ? `kam-${background}` : null,
      teamId,
      createdBy: tenant.personId,
      expiresAt: new Date(Date.now() + lifetimeDays * 86_400_000),
    });
    await insertAuditEvent(db, tenant, {
      verb: "person.invited",
      subject: { role },
      requestId,
    });
    return done(null);
  });
  if (!stored.ok) return stored;

  const { t } = translatorFor(inviter.locale);
  await sendMail({
    to: email,
    subject: t("organisations:invite.mailSubject", {
      organisation: inviter.organisationName,
    }),
    text: t("organisations:invite.mailText", {
      name,
      inviter: inviter.name,
      organisation: inviter.organisationName,
      link: `${env().publicOrigin}/invite/${token}`,
      days: lifetimeDays,
    }),
  });
  return done(null);
}

export type OpenInvitation = {
  email: string;
  name: string;
  /** The e-mail has an account already: its password is asked, no new one set. */
  hasAccount: boolean;
};

/** What the invitation's page shows; null when the link was used, expired or never existed. */
export async function openInvitation(
  token: string,
): Promise<OpenInvitation | null> {
  const tokenHash = hashToken(token);
  return withKey(tokenHash, async (db) => {
    const link = await findSecretLink(db, "invite", tokenHash, new Date());
    if (!link) return null;
    await presentKey(db, link.email);
    const person = await findPersonByEmail(db, link.email);
    return {
      email: link.email,
      name: link.name ?? "",
      hasAccount: Boolean(person?.passwordHash),
    };
  });
}

type AcceptRefusal =
  PasswordProblem | "link-closed" | "password-wrong" | "too-many";

/**
 * Makes the invited person a member. Somebody who has an account proves it with its password; a new
 * person sets one.
 *
 * @returns the Set-Cookie header of a session in the new organisation.
 */
export async function acceptInvitation(
  token: string,
  { name, password }: { name?: string | undefined; password: string },
  locale: Locale,
): Promise<Outcome<{ cookie: string }, AcceptRefusal>> {
  const tokenHash = hashToken(token);
  const now = new Date();
  const found = await withKey(tokenHash, async (db) => {
    const link = await findSecretLink(db, "invite", tokenHash, now);
    if (!link) return null;
    await presentKey(db, link.email);
    return { link, person: await findPersonByEmail(db, link.email) };
  });
  if (!found) return refused("link-closed");
  const { link, person } = found;
  const { organisationId, role } = link;
  if (!organisationId || !role) return refused("link-closed");

  let passwordHash: string | null = null;
  if (person) {
    const tries = { most: 10, windowSeconds: 900 };
    if ((await waitBeforeTry(`invite:${tokenHash}`, tries)) !== null)
      return refused("too-many");
    if (!(await passwordMatches(person.passwordHash, password)))
      return refused("password-wrong");
  } else {
    const problem = passwordProblem(password, isCommonPassword);
    if (problem) return refused(problem);
    passwordHash = await hashPassword(password);
  }

  const personId = person?.id ?? uuidv7();
  const accepted = await inTenant(
    tenantOf(organisationId, personId),
    async (db) => {
      await presentKey(db, tokenHash);
      // Two clicks at once: only one of them spends the link.
      if (!(await spendSecretLink(db, tokenHash, now))) return false;
      if (!person) {
        await presentKey(db, link.email);
        await insertPerson(db, {
          id: personId,
          email: link.email,
          name: name ?? link.name ?? link.email,
          locale,
          passwordHash,
        });
      }
      await join(db, link, organisationId, personId, role);
      return true;
    },
  );
  if (!accepted) return refused("link-closed");
  return done({ cookie: await startSession(personId, organisationId) });
}

async function join(
  db: Parameters<typeof insertMembership>[0],
  link: SecretLink,
  organisationId: string,
  personId: string,
  role: Role,
): Promise<void> {
  const tenant = tenantOf(organisationId, personId);
  await insertMembership(db, tenant, {
    personId,
    role,
    background: link.background,
    roleProfile: link.roleProfile,
  });
  if (link.teamId) await insertTeamMember(db, tenant, link.teamId, personId);
  await insertAuditEvent(db, tenant, {
    verb: "invitation.accepted",
    subject: { role },
    requestId: null,
  });
}

/** Teams to invite into, and who has not answered yet. */
export async function loadInvitePage(tenant: Tenant) {
  return inTenant(tenant, async (db) => ({
    teams: (await listTeams(db, tenant)).map(({ id, name }) => ({ id, name })),
    invitations: await listInvitations(db, tenant, new Date()),
  }));
}
