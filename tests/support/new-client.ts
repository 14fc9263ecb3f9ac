import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { signIn } from "./journey";

/**
 * A client organisation of a journey's own, with its first manager, made as an administrator makes
 * them: what the journey does there moves none of the demonstration's figures.
 *
 * @returns nothing; the manager's page is signed in when it ends.
 */
export async function signInToNewClient(
  { administrator, manager }: { administrator: Page; manager: Page },
  name: string,
): Promise<void> {
  const email = `manager-${Date.now()}@client.test`;
  await signIn(administrator, "administrator");
  await administrator.goto("/admin");
  await administrator.getByRole("textbox", { name: "Nimi" }).fill(name);
  await administrator
    .getByRole("button", { name: "Lisa", exact: true })
    .click();
  await expect(
    administrator.getByRole("heading", { level: 1, name }),
  ).toBeVisible();
  await administrator.getByRole("textbox", { name: "Nimi" }).fill("Maret Mägi");
  await administrator.getByRole("textbox", { name: "E-post" }).fill(email);
  await administrator
    .getByRole("combobox", { name: "Roll" })
    .selectOption("manager");
  await administrator.getByRole("button", { name: "Saada kutse" }).click();
  await expect(administrator.getByText(email).first()).toBeVisible();

  await expect.poll(() => invitationTo(email)).not.toBeNull();
  await manager.goto(invitationTo(email) ?? "");
  await manager.getByLabel(/^Parool/).fill("kolm rohelist kaske");
  await manager.getByRole("button", { name: "Võta vastu" }).click();
  await manager.waitForURL((url) => !url.pathname.startsWith("/invite"));
}

/** The link's path in the newest letter to that address; the server keeps its letters as files. */
function invitationTo(email: string): string | null {
  for (const folder of readdirSync("test-results")) {
    if (!folder.startsWith("data-")) continue;
    const mail = join("test-results", folder, "mail");
    for (const name of filesIn(mail).sort().reverse()) {
      const letter = readFileSync(join(mail, name), "utf8");
      if (!name.endsWith(".eml") || !letter.includes(email)) continue;
      const [, body = ""] = letter.split(/\r?\n\r?\n/);
      const text = Buffer.from(body, "base64").toString("utf8");
      const link = /https?:\/\/[^/\s]+(\/invite\/\S+)/.exec(text)?.[1];
      if (link) return link;
    }
  }
  return null;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
