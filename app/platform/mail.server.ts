import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { uuidv7 } from "uuidv7";
import { env } from "./env.server";

type Mail = { to: string; subject: string; text: string };

const from = "KAMpus <noreply@kampus.test>";

/**
 * Sends a plain-text message; without SMTP_URL it becomes a file `DATA_DIR/mail/<time-ordered id>.eml`.
 *
 * @throws when the mail server refuses; the caller decides what the person sees.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { smtpUrl, dataDir } = env();
  if (smtpUrl) {
    await createTransport(smtpUrl).sendMail({ from, ...mail });
    return;
  }
  const composed = await createTransport({
    streamTransport: true,
    buffer: true,
  }).sendMail({ from, ...mail, textEncoding: "base64" });
  const folder = join(dataDir, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Written beside and renamed, so that nobody reads half a letter.
  const name = join(folder, uuidv7());
  await writeFile(`${name}.part`, composed.message as Buffer, { mode: 0o600 });
  await rename(`${name}.part`, `${name}.eml`);
}
