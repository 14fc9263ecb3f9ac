import { parseArgs } from "node:util";
import { backUp } from "./archive/back-up";
import { databaseFromEnvironment, runCommand, say } from "./archive/command";

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new Error("Usage: npm run db:backup -- <file>");
  const database = await databaseFromEnvironment();
  try {
    const { tables } = await backUp({
      url: database.url,
      file,
      log: say,
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `${file} holds ${rows} rows of ${tables.length} tables. Keep it where only operators can read it.`,
    );
  } finally {
    await database.close();
  }
});
