import { accounts, checkA11y, expect, signIn, test } from "../support/journey";

/** What each person's start page says; Baltmed's people read English. */
const starts: ReadonlyArray<[account: keyof typeof accounts, says: RegExp]> = [
  ["trainee", /Jätka õppimist/],
  ["manager", /Kus meeskonnal on puudu/],
  ["consultant", /Programm ja kliendiplaanid/],
  ["administrator", /Haldus/],
  ["otherTrainee", /Go on learning/],
  ["otherManager", /Where the team falls short/],
];

for (const [account, says] of starts) {
  test(`the start page of ${account} says what waits`, async ({ page }) => {
    await signIn(page, account);
    await page.goto("/");
    await expect(
      page.getByRole("heading", { name: says }).first(),
    ).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await checkA11y(page);
  });
}

test("a trainee goes on from the start page exactly where they left off", async ({
  page,
}) => {
  await signIn(page, "technicalTrainee");
  await page.goto("/");
  const learning = page.getByRole("region", { name: "Jätka õppimist" });
  await expect(learning.getByText(/[3-7]\/7 õppetükki/)).toBeVisible();
  await expect(learning.getByText(/tähtaeg/)).toBeVisible();
  await learning.getByRole("link", { name: "Jätka" }).click();
  // The demonstration leaves Marten in the middle of the fourth lesson.
  await expect(page).toHaveURL(/\/learn\/introduction\/[a-z-]+#[a-z-]+\./);
});

test("a manager goes from the start page to the field task that waits", async ({
  page,
}) => {
  await signIn(page, "manager");
  await page.goto("/");
  await expect(
    page.getByText("Birgit Oja · Suomen Talopaketti Oy"),
  ).toBeVisible();
  await page.getByRole("link", { name: "Vaata ja otsusta" }).click();
  await expect(page).toHaveURL(/\/team\/tasks\//);
  await expect(page.getByText(/ühe tarnegraafiku/).first()).toBeVisible();
});

test.describe("without an account", () => {
  // The browser's own line about the wrong code.
  test.use({ expectedErrors: [/status of 422/] });
  test("a visitor sees the loop and comes into a room by the code right there", async ({
    page,
  }) => {
    for (const [locale, picture, code, join] of [
      ["et", "Üks ring, mitte kolm tööriista", "Kood", "Liitu"],
      ["en", "One loop, not three tools", "Code", "Join"],
    ] as const) {
      await page.goto(`/?lng=${locale}`);
      await expect(page.getByRole("img", { name: picture })).toBeVisible();
      await checkA11y(page);
      await page.getByRole("textbox", { name: code }).fill("22222222");
      await page.getByRole("button", { name: join, exact: true }).click();
      await expect(page).toHaveURL(/\/join$/);
      await expect(page.getByRole("textbox", { name: code })).toHaveValue(
        "22222222",
      );
    }
  });
});
