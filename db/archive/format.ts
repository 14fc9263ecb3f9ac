import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/**
 * A backup is a gzip'd text: a header line, then for each table a line that
 * names it, its rows as PostgreSQL's COPY writes them, one a line, and `\.`;
 * at the end a line with every table's count and hash. Rows can't be mistaken
 * for the end: COPY doubles their backslashes.
 */
export const FORMAT_VERSION = 1;
export const END_OF_ROWS = "\\.\n";

export type Header = {
  kampusBackup: number;
  madeAt: string;
  server: string;
  /** The migrations that had run, first to last: the schema that the rows fit. */
  migrations: Migration[];
};
export type Migration = { hash: string; createdAt: number };

export type TableHeading = { schema: string; table: string; columns: string[] };

/** `sha256` is over the rows in the order of the primary key, which is the same on every server. */
export type Tally = { rows: number; sha256: string };

export type SequenceState = {
  schema: string;
  name: string;
  value: string;
  called: boolean;
};

export type Ending = {
  tables: (TableHeading & Tally)[];
  sequences: SequenceState[];
};

type Part =
  | { kind: "header"; header: Header }
  | { kind: "table"; heading: TableHeading }
  /** Some whole rows of the table named last. */
  | { kind: "rows"; chunk: Buffer }
  | { kind: "table-end"; heading: TableHeading; tally: Tally }
  | { kind: "ending"; ending: Ending };

class BadBackupError extends Error {
  override name = "BadBackupError";
}

export function startTally(): { add(chunk: Buffer): void; result(): Tally } {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add(chunk) {
      hash.update(chunk);
      for (
        let at = chunk.indexOf(10);
        at !== -1;
        at = chunk.indexOf(10, at + 1)
      )
        rows += 1;
    },
    result: () => ({ rows, sha256: hash.digest("hex") }),
  };
}

/** Reads a backup from its beginning to its end; throws when it is damaged or cut off. */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  let header: Header | null = null;
  let heading: TableHeading | null = null;
  let tally = startTally();
  let ending: Ending | null = null;
  const found: (TableHeading & Tally)[] = [];

  for await (const lines of wholeLines(file)) {
    let from = 0;
    while (from < lines.length) {
      if (heading) {
        const end = findEndOfRows(lines, from);
        const rows = lines.subarray(from, end ?? lines.length);
        if (rows.length > 0) {
          tally.add(rows);
          yield { kind: "rows", chunk: rows };
        }
        if (end === null) break;
        const counted = { ...heading, ...tally.result() };
        found.push(counted);
        yield { kind: "table-end", heading, tally: counted };
        heading = null;
        from = end + END_OF_ROWS.length;
        continue;
      }
      const end = lines.indexOf(10, from);
      const line = parseLine(lines.subarray(from, end));
      from = end + 1;
      if (!header) {
        header = asHeader(line);
        yield { kind: "header", header };
      } else if ("tables" in line) {
        ending = line as Ending;
      } else {
        heading = line as TableHeading;
        tally = startTally();
        yield { kind: "table", heading };
      }
    }
  }
  if (!header || !ending)
    throw new BadBackupError(`${file} is cut off before its end`);
  if (JSON.stringify(found) !== JSON.stringify(ending.tables)) {
    throw new BadBackupError(
      `${file} is damaged: its rows don't have the counts and hashes it names`,
    );
  }
  yield { kind: "ending", ending };
}

/** Reads the whole backup and returns what it says of itself, all of it checked. */
export async function checkBackup(
  file: string,
): Promise<{ header: Header; ending: Ending }> {
  let header: Header | null = null;
  let ending: Ending | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind === "header") header = part.header;
    if (part.kind === "ending") ending = part.ending;
  }
  if (!header || !ending) throw new BadBackupError(`${file} is empty`);
  return { header, ending };
}

async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.once("error", (error) => text.destroy(error));
  let begun: Buffer[] = [];
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(10) + 1;
      if (end === 0) {
        begun.push(chunk);
        continue;
      }
      yield Buffer.concat([...begun, chunk.subarray(0, end)]);
      begun = end < chunk.length ? [chunk.subarray(end)] : [];
    }
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      String(error.code).startsWith("Z_")
    ) {
      throw new BadBackupError(
        `${file} is no backup, or damaged (${error.message})`,
      );
    }
    throw error;
  } finally {
    source.destroy();
  }
  if (begun.length > 0)
    throw new BadBackupError(`${file} is cut off before its end`);
}

/** Where the table's `\.` line begins; null when it isn't among these lines. */
function findEndOfRows(lines: Buffer, from: number): number | null {
  if (lines.subarray(from, from + 3).toString() === END_OF_ROWS) return from;
  const before = lines.indexOf(`\n${END_OF_ROWS}`, from);
  return before === -1 ? null : before + 1;
}

function parseLine(line: Buffer): object {
  try {
    const value: unknown = JSON.parse(line.toString());
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below, together with what parses and still isn't a line of a backup.
  }
  throw new BadBackupError(
    "This file isn't a backup of KAMpus, or it is damaged",
  );
}

function asHeader(line: object): Header {
  if (!("kampusBackup" in line))
    throw new BadBackupError("This file isn't a backup of KAMpus");
  if (line.kampusBackup !== FORMAT_VERSION) {
    throw new BadBackupError(
      `This backup has format ${String(line.kampusBackup)}; this KAMpus reads format ${FORMAT_VERSION}`,
    );
  }
  return line as Header;
}
