import { checkA11y, expect, signIn, test } from "../support/journey";

test("a visitor reads the start page in Estonian first, and in English when asked", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "et");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await checkA11y(page);

  await page.goto("/?lng=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await checkA11y(page);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await checkA11y(page);
});

test("a trainee signs in and sees a page of their own", async ({ page }) => {
  await signIn(page, "trainee");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await checkA11y(page);
});

test.describe("a page that does not exist", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is said in the person's language, with a way back", async ({
    page,
  }) => {
    const answer = await page.goto("/no/such/page");
    expect(answer?.status()).toBe(404);
    await expect(
      page.getByRole("heading", { level: 1, name: "Siin ei ole midagi" }),
    ).toBeVisible();
    await checkA11y(page);
  });
});

test("a script without the page's nonce does not run, and the browser reports it", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await page.goto("/");
  const reported = page.waitForResponse(/\/csp-report$/);
  // Inside a timer: what a test evaluates itself is not under the page's policy.
  await page.evaluate(() => {
    setTimeout(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'planted'";
      document.body.append(script);
    });
  });
  expect((await reported).status()).toBe(204);
  await expect(page).not.toHaveTitle("planted");
  await context.close();
});
