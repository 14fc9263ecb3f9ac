import { forgetTries, waitBeforeTry } from "~/platform/limits.server";
import { passwordMatches } from "~/platform/passwords.server";
import { startSession } from "~/platform/session.server";
import { withKey } from "#db/client.server";
import { findPersonByEmail } from "#db/queries/people.server";

const perAccount = { most: 10, windowSeconds: 900 };
const perAddress = { most: 100, windowSeconds: 900 };

export type SignInResult =
  | { ok: true; cookie: string }
  | { ok: false; reason: "sign-in-wrong" }
  | { ok: false; reason: "too-many"; seconds: number };

/**
 * Signs a person in. An unknown e-mail, a wrong password and a disabled person get one answer, after
 * the same work.
 *
 * @returns the Set-Cookie header of a new session.
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  clientIp: string,
): Promise<SignInResult> {
  const seconds =
    (await waitBeforeTry(`sign-in:account:${email}`, perAccount)) ??
    (await waitBeforeTry(`sign-in:address:${clientIp}`, perAddress));
  if (seconds !== null) return { ok: false, reason: "too-many", seconds };

  const person = await withKey(email, (db) => findPersonByEmail(db, email));
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!matches || !person || person.disabledAt)
    return { ok: false, reason: "sign-in-wrong" };

  await forgetTries(`sign-in:account:${email}`);
  return { ok: true, cookie: await startSession(person.id, null) };
}
