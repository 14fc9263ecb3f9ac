import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import {
  END_OF_ROWS,
  type Ending,
  FORMAT_VERSION,
  type Header,
} from "./format";
import {
  connectToAll,
  copyOut,
  listMigrations,
  listSequences,
  listTables,
} from "./tables";

type Options = {
  /** A superuser or a role with BYPASSRLS. */
  url: string;
  file: string;
  log?: (line: string) => void;
};

/** Writes every row of the product's tables, as they stood at one moment, into a new file. */
export async function backUp({
  url,
  file,
  log = () => {},
}: Options): Promise<Ending> {
  if (existsSync(file))
    throw new Error(`${file} exists already: name a new file`);
  const draft = `${file}.partial`;
  const sql = await connectToAll(url);
  try {
    await rm(draft, { force: true });
    const ending = await sql.begin(
      "isolation level repeatable read read only",
      async (tx) => {
        const gzip = createGzip();
        // Only the owner may read it: it holds everything that people wrote.
        const disk = createWriteStream(draft, { mode: 0o600, flags: "wx" });
        disk.once("error", (error) => gzip.destroy(error));
        gzip.pipe(disk);
        const written = finished(disk);
        written.catch(() => {});
        const write = async (text: string | Buffer) => {
          if (!gzip.write(text))
            await Promise.race([once(gzip, "drain"), written]);
        };

        const migrations = await listMigrations(tx);
        if (migrations.length === 0)
          throw new Error(
            "This database holds no KAMpus yet: there is nothing to back up",
          );
        const [server] = await tx<
          { version: string }[]
        >`select current_setting('server_version') as version`;
        const header: Header = {
          kampusBackup: FORMAT_VERSION,
          madeAt: new Date().toISOString(),
          server: server?.version ?? "",
          migrations,
        };
        await write(`${JSON.stringify(header)}\n`);

        const ending: Ending = { tables: [], sequences: [] };
        for (const heading of await listTables(tx)) {
          await write(`${JSON.stringify(heading)}\n`);
          const tally = await copyOut(tx, heading, write);
          await write(END_OF_ROWS);
          ending.tables.push({ ...heading, ...tally });
          log(`${heading.table}: ${tally.rows} rows`);
        }
        ending.sequences = await listSequences(tx);
        await write(`${JSON.stringify(ending)}\n`);
        gzip.end();
        await written;
        return ending;
      },
    );
    await flush(draft);
    await rename(draft, file);
    return ending;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
