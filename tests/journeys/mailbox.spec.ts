import { checkA11y, expect, signIn, test } from "../support/journey";

test("an administrator of a demonstration reads a letter that was sent", async ({
  page,
  newPerson,
}) => {
  const asker = await newPerson();
  await asker.goto("/forgot?lng=en");
  await asker
    .getByRole("textbox", { name: "E-mail" })
    .fill("erik.nyman@nordwood.test");
  await asker.getByRole("button", { name: "Send the link" }).click();
  await expect(
    asker.getByRole("heading", { name: "Look into your mailbox" }),
  ).toBeVisible();

  await signIn(page, "administrator");
  await page.goto("/dev/mail");
  await expect(
    page.getByText(/erik\.nyman@nordwood\.test/).first(),
  ).toBeVisible();
  await expect(page.getByText(/\/reset\//).first()).toBeVisible();
  await checkA11y(page);
});

test.describe("for everybody else", () => {
  test.use({ expectedErrors: [/403/] });
  test("the letters are closed", async ({ page }) => {
    await signIn(page, "manager");
    const answer = await page.goto("/dev/mail");
    expect(answer?.status()).toBe(403);
  });
});
