import { asPlatform } from "#db/client.server";
import { listOrganisations } from "#db/queries/people.server";
import { demoPassword } from "#db/seed/people";
import { platformAdministrator } from "~/platform/tenant.server";

let answer: Promise<boolean> | undefined;

/** Whether this installation holds the made-up organisations; asked once a process. */
export function isDemonstration(): Promise<boolean> {
  answer ??= look().catch((error: unknown) => {
    answer = undefined;
    throw error;
  });
  return answer;
}

async function look(): Promise<boolean> {
  const nobody = platformAdministrator("00000000-0000-0000-0000-000000000000");
  const organisations = await asPlatform(nobody, (db) =>
    listOrganisations(db, nobody),
  );
  return organisations.some(({ demonstration }) => demonstration);
}

const accounts = [
  "trainee@nordwood.test",
  "trainee2@nordwood.test",
  "manager@nordwood.test",
  "consultant@kampus.test",
  "trainee@baltmed.test",
  "manager@baltmed.test",
  "admin@kampus.test",
];

/** The accounts that the sign-in page offers in a demonstration; null elsewhere. */
export async function demoAccounts(): Promise<{
  password: string;
  emails: string[];
} | null> {
  if (!(await isDemonstration())) return null;
  return { password: demoPassword, emails: accounts };
}
