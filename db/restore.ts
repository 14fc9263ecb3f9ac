import { parseArgs } from "node:util";
import { databaseFromEnvironment, runCommand, say } from "./archive/command";
import { restore } from "./archive/restore";

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new Error("Usage: npm run db:restore -- <file> [--replace]");
  }
  const database = await databaseFromEnvironment();
  try {
    const { tables } = await restore({
      url: database.url,
      migrationUrl: database.migrationUrl,
      file,
      replace: values.replace,
      log: say,
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `Restored ${rows} rows of ${tables.length} tables from ${file}; counts and hashes are equal.`,
    );
  } finally {
    await database.close();
  }
});
