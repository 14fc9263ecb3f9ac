import type { Page } from "@playwright/test";
import { checkA11y, expect, signIn, test } from "../support/journey";

/** Starts a plan from the account's page; the period is one that nobody else's test takes. */
async function startPlan(
  page: Page,
  account: string,
  [start, end]: [string, string],
) {
  await page.goto("/accounts");
  await page.getByRole("link", { name: account, exact: true }).first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await page.goto(`/plans/new?account=${id}`);
  await expect(
    page.getByRole("heading", { level: 1, name: "Uus kliendiplaan" }),
  ).toBeVisible();
  await page.getByLabel("Plaani nimi").fill(`${account}, katse`);
  await page.getByLabel("Perioodi algus").fill(start);
  await page.getByLabel("Perioodi lõpp").fill(end);
  await page.getByRole("button", { name: "Alusta plaani" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `${account}, katse` }),
  ).toBeVisible();
}

const save = (page: Page) =>
  page.getByRole("button", { name: "Salvesta", exact: true }).click();

test.describe("one plan", () => {
  // The form that is sent empty on purpose.
  test.use({ expectedErrors: [/status of 422/] });

  test("a manager starts a plan, writes an objective, undoes a removal and reads what changed", async ({
    page,
  }) => {
    // Long, with the page checked in each of its states.
    test.slow();
    await signIn(page, "manager");
    await startPlan(page, "Põhjala Mööbel AS", ["2041-01-01", "2041-12-31"]);

    await page.getByRole("link", { name: "Lisa eesmärk" }).click();
    await save(page);
    await expect(page.getByText("Eesmärk: Täida see väli.")).toBeVisible();
    await checkA11y(page);
    await page.getByLabel(/^Eesmärk/).fill("Kasvatame pakendite käivet");
    await page.getByLabel("Siht", { exact: true }).fill("1,2");
    await save(page);
    await expect(page.getByText("Salvestatud: versioon 1.")).toBeVisible();

    await page
      .getByRole("link", { name: "Muuda: Kasvatame pakendite käivet" })
      .click();
    await page.getByLabel("Siht", { exact: true }).fill("1,5");
    await save(page);
    await expect(page.getByText("Salvestatud: versioon 2.")).toBeVisible();
    await page
      .getByRole("button", { name: "Eemalda: Kasvatame pakendite käivet" })
      .click();
    await expect(page.getByText("Salvestatud: versioon 3.")).toBeVisible();
    await checkA11y(page);

    await page.getByRole("link", { name: "Ajalugu (versioon 3)" }).click();
    await expect(page.getByText("Siht muutus: 1,2 → 1,5")).toBeVisible();
    await checkA11y(page);
    await page.getByRole("button", { name: "Taasta versioon 2" }).click();
    await expect(page.getByText("Salvestatud: versioon 4.")).toBeVisible();
    await expect(
      page.getByRole("heading", { name: "Kasvatame pakendite käivet" }),
    ).toBeVisible();
  });
});

test.describe("two people in one plan", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("see both texts when they changed the same, and lose neither", async ({
    page,
    newPerson,
  }) => {
    await signIn(page, "manager");
    await startPlan(page, "Põhjala Mööbel AS", ["2042-01-01", "2042-12-31"]);
    const plan = new URL(page.url()).pathname;
    const owner = await newPerson();
    await signIn(owner, "trainee");

    const edit = `${plan}?edit=section:position`;
    const note = "Meie positsioon kliendi juures";
    await page.goto(edit);
    await owner.goto(edit);
    await page.getByLabel(note, { exact: true }).fill("Juhi sõnad");
    await owner.getByLabel(note, { exact: true }).fill("Omaniku sõnad");
    await owner.getByLabel("Kasutamata võimalused").fill("Teine tehas");
    await save(page);
    await expect(page.getByText("Salvestatud: versioon 1.")).toBeVisible();

    const answered = owner.waitForResponse(
      (answer) => answer.request().method() === "POST",
    );
    await save(owner);
    expect((await answered).status()).toBe(409);
    await expect(
      owner.getByRole("heading", {
        name: "Keegi muutis sama kohta samal ajal",
      }),
    ).toBeVisible();
    const conflict = owner.getByRole("alert");
    await expect(conflict.getByText("Juhi sõnad")).toBeVisible();
    await expect(conflict.getByText("Omaniku sõnad").first()).toBeVisible();
    await checkA11y(owner);
    await owner.getByLabel(`${note} (kui kirjutad ise)`).fill("Ühised sõnad");
    await owner.getByRole("button", { name: "Salvesta valik" }).click();

    await expect(owner.getByText("Salvestatud: versioon 2.")).toBeVisible();
    await expect(owner.getByText("Ühised sõnad")).toBeVisible();
    await expect(owner.getByText("Teine tehas")).toBeVisible();
  });
});

test("a trainee reads the programme and changes nothing in it", async ({
  page,
}) => {
  await signIn(page, "trainee");
  await page.goto("/programme");
  await expect(
    page.getByRole("heading", { level: 1, name: "KAM-programm" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^(Muuda|Lisa)/ })).toHaveCount(
    0,
  );
  await checkA11y(page);
});
