// `npm run admin -- …`: what has to be there before anybody can sign in.
import { parseArgs } from "node:util";
import { z } from "zod";
import {
  inviteAdministrator,
  setUpOrganisation,
} from "~/features/organisations/set-up.server";
import { openDatabase } from "~/platform/database.server";

const usage = [
  "Usage: npm run admin -- create-organisation <name> [--kind client|consultancy] [--language et|en]",
  "       npm run admin -- create-administrator <e-mail> <name>",
].join("\n");

class WrongCommand extends Error {}

const text = z.string().trim().normalize("NFC").min(1).max(120);
const organisationArguments = z.strictObject({
  name: text,
  kind: z.enum(["client", "consultancy"]).default("client"),
  locale: z.enum(["et", "en"]).default("et"),
});
const administratorArguments = z.strictObject({
  email: z.string().trim().normalize("NFC").toLowerCase().pipe(z.email()),
  name: text,
});

/** @returns what to do once the database is open; wrong arguments never get that far. */
function readCommand(given: string[]): () => Promise<string> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { kind: { type: "string" }, language: { type: "string" } },
  });
  const [command, first, second, ...more] = positionals;
  if (more.length > 0)
    throw new WrongCommand(
      `"${more[0]}" is one argument too many; put names with spaces in quotation marks.`,
    );
  if (command === "create-organisation") {
    if (second !== undefined)
      throw new WrongCommand(
        `"${second}" is one argument too many; put names with spaces in quotation marks.`,
      );
    const read = organisationArguments.safeParse({
      name: first,
      kind: values.kind,
      locale: values.language,
    });
    if (!read.success)
      throw new WrongCommand(
        wrong(read.error, {
          name: "<name> takes the organisation's name, up to 120 characters.",
          kind: "--kind takes client or consultancy.",
          locale: "--language takes et or en.",
        }),
      );
    return () => createOrganisation(read.data);
  }
  if (command === "create-administrator") {
    if (values.kind !== undefined || values.language !== undefined)
      throw new WrongCommand("create-administrator takes no options.");
    const read = administratorArguments.safeParse({
      email: first,
      name: second,
    });
    if (!read.success)
      throw new WrongCommand(
        wrong(read.error, {
          email: "<e-mail> takes an address such as name@company.com.",
          name: "<name> takes the person's name, up to 120 characters.",
        }),
      );
    return () => createAdministrator(read.data);
  }
  throw new WrongCommand(usage);
}

function wrong(error: z.ZodError, sentences: Record<string, string>): string {
  return sentences[String(error.issues[0]?.path[0])] ?? usage;
}

async function createOrganisation(
  organisation: z.infer<typeof organisationArguments>,
): Promise<string> {
  const created = await setUpOrganisation(organisation);
  if (created.ok)
    return `Created the ${organisation.kind} "${organisation.name}" (${created.value}).`;
  throw new WrongCommand(
    created.reason === "name-taken"
      ? `There is an organisation "${organisation.name}" already.`
      : "There is a consultancy already; an installation has one.",
  );
}

async function createAdministrator(
  person: z.infer<typeof administratorArguments>,
): Promise<string> {
  const invited = await inviteAdministrator(person);
  if (invited.ok)
    return `${person.name} becomes an administrator with this link, once and within ${invited.value.days} days:\n${invited.value.link}`;
  throw new WrongCommand(
    invited.reason === "no-consultancy"
      ? "There is no consultancy yet; create it first: npm run admin -- create-organisation <name> --kind consultancy"
      : `${person.email} belongs to the consultancy already.`,
  );
}

async function main(): Promise<void> {
  const run = readCommand(process.argv.slice(2));
  const database = await openDatabase();
  try {
    process.stdout.write(`${await run()}\n`);
  } finally {
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  const known =
    error instanceof WrongCommand ||
    (error instanceof Error &&
      (error.name === "WrongEnvironment" ||
        ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))));
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
  );
  process.exitCode = 1;
}
