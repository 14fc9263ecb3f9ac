import postgres from "postgres";
import { startEmbedded } from "../../db/embedded/postgres";

/**
 * A process of its own that uses the embedded database: says `ready <port>`,
 * then, when asked to write, `stored <n>` for each row that was acknowledged.
 * It ends properly when its input ends.
 */
const [dataDir = "", work] = process.argv.slice(2);

async function workUntilInputEnds(): Promise<void> {
  const server = await startEmbedded({ dataDir });
  process.stdout.write(`ready ${server.port}\n`);
  let closing = false;
  process.stdin.resume().once("end", () => (closing = true));
  const sql = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  if (work === "write") {
    await sql`create table if not exists kept (n bigserial primary key)`;
    while (!closing) {
      const [row] = await sql`insert into kept default values returning n`;
      process.stdout.write(`stored ${row?.n}\n`);
    }
  }
  while (!closing) await new Promise((resolve) => setTimeout(resolve, 10));
  await sql.end();
  await server.stop();
}

void workUntilInputEnds();
