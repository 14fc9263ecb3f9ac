import { passwordProblem } from "~/domain/organisations/password";
import type { PasswordProblem } from "~/domain/organisations/password";
import { done, type Outcome, refused } from "~/domain/outcome";
import { env } from "~/platform/env.server";
import { translatorFor } from "~/platform/i18n/i18n.server";
import { waitBeforeTry } from "~/platform/limits.server";
import { log } from "~/platform/log.server";
import { sendMail } from "~/platform/mail.server";
import { hashPassword, isCommonPassword } from "~/platform/passwords.server";
import { hashToken, makeToken } from "~/platform/secrets.server";
import { endAllSessions } from "~/platform/session.server";
import { presentKey, withKey } from "#db/client.server";
import {
  findPersonByEmail,
  findSecretLink,
  insertSecretLink,
  setPassword,
  spendSecretLink,
} from "#db/queries/people.server";

const lifetimeMinutes = 10;
const perAccount = { most: 3, windowSeconds: 3600 };

/**
 * Sends a reset link if the e-mail belongs to somebody. The answer never says whether it does: the
 * letter is written after it.
 */
export async function requestPasswordReset(email: string): Promise<void> {
  if ((await waitBeforeTry(`reset:${email}`, perAccount)) !== null) return;
  void sendResetLink(email).catch((error: unknown) =>
    log().error({ err: error }, "reset letter not sent"),
  );
}

async function sendResetLink(email: string): Promise<void> {
  const person = await withKey(email, (db) => findPersonByEmail(db, email));
  if (!person || person.disabledAt || person.passwordHash === null) return;
  const { token, tokenHash } = makeToken();
  await withKey(tokenHash, (db) =>
    insertSecretLink(db, {
      tokenHash,
      kind: "reset",
      email,
      name: null,
      organisationId: null,
      role: null,
      background: null,
      roleProfile: null,
      teamId: null,
      createdBy: null,
      expiresAt: new Date(Date.now() + lifetimeMinutes * 60_000),
    }),
  );
  const { t } = translatorFor(person.locale);
  await sendMail({
    to: email,
    subject: t("organisations:reset.mailSubject"),
    text: t("organisations:reset.mailText", {
      name: person.name,
      link: `${env().publicOrigin}/reset/${token}`,
      minutes: lifetimeMinutes,
    }),
  });
}

/** Whether the link may still be used. */
export async function resetLinkIsOpen(token: string): Promise<boolean> {
  const tokenHash = hashToken(token);
  const link = await withKey(tokenHash, (db) =>
    findSecretLink(db, "reset", tokenHash, new Date()),
  );
  return link !== null;
}

/** Sets the new password and ends all of the person's sessions. A link works once, however often sent. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<Outcome<null, PasswordProblem | "link-closed">> {
  const problem = passwordProblem(password, isCommonPassword);
  if (problem) return refused(problem);
  const passwordHash = await hashPassword(password);
  const tokenHash = hashToken(token);
  const now = new Date();
  const personId = await withKey(tokenHash, async (db) => {
    const link = await findSecretLink(db, "reset", tokenHash, now);
    // Two tabs at once: the row lock of the first update lets only one of them through.
    if (!link || !(await spendSecretLink(db, tokenHash, now))) return null;
    await presentKey(db, link.email);
    const person = await findPersonByEmail(db, link.email);
    if (!person) return null;
    await setPassword(db, person.id, passwordHash);
    return person.id;
  });
  if (!personId) return refused("link-closed");
  await endAllSessions(personId);
  return done(null);
}
