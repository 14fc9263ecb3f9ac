import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "./env.server";

export type KeptLetter = {
  id: string;
  to: string;
  subject: string;
  /** As its header says. */
  sentAt: string | null;
  text: string;
};

/** How many letters are read at most; older ones stay in the folder. */
const most = 100;

/** Letters that went to a folder for want of a mail server, the newest first. */
export async function readKeptMail(): Promise<KeptLetter[]> {
  const folder = join(env().dataDir, "mail");
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const newest = names
    .filter((name) => /^[0-9a-f-]{36}\.eml$/.test(name))
    .sort()
    .reverse()
    .slice(0, most);
  return Promise.all(
    newest.map(async (name) =>
      readLetter(name.slice(0, -4), await readFile(join(folder, name), "utf8")),
    ),
  );
}

/** Reads what `sendMail` writes: one plain part, in base64. */
function readLetter(id: string, source: string): KeptLetter {
  const end = /\r?\n\r?\n/.exec(source);
  const head = source
    .slice(0, end?.index ?? source.length)
    .replace(/\r?\n[ \t]+/g, " ");
  const body = end ? source.slice(end.index + end[0].length) : "";
  const header = (name: string): string | null =>
    new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trim() ?? null;
  const sentAt = Date.parse(header("Date") ?? "");
  const inBase64 =
    header("Content-Transfer-Encoding")?.toLowerCase() === "base64";
  return {
    id,
    to: decodeWords(header("To") ?? ""),
    subject: decodeWords(header("Subject") ?? ""),
    sentAt: Number.isNaN(sentAt) ? null : new Date(sentAt).toISOString(),
    text: inBase64 ? Buffer.from(body, "base64").toString("utf8") : body,
  };
}

/** RFC 2047: what isn't ASCII in a header comes as `=?UTF-8?Q?…?=`. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(
      /=\?utf-8\?([bq])\?([^?]*)\?=/gi,
      (_whole, how: string, coded: string) =>
        how.toLowerCase() === "b"
          ? Buffer.from(coded, "base64").toString("utf8")
          : Buffer.from(
              coded
                .replace(/_/g, " ")
                .replace(/=([0-9a-f]{2})/gi, (_one, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              "latin1",
            ).toString("utf8"),
    );
}
