import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";

export { expect };

/** The demonstration's accounts, by what they are. */
export const accounts = {
  trainee: "trainee@nordwood.test",
  technicalTrainee: "trainee2@nordwood.test",
  manager: "manager@nordwood.test",
  consultant: "consultant@kampus.test",
  administrator: "admin@kampus.test",
  otherTrainee: "trainee@baltmed.test",
  otherManager: "manager@baltmed.test",
} as const;

const password = "kampus-demo-2026";

type Journey = {
  /**
   * Console errors that the test provokes on purpose, such as the browser's own line about a 403 or
   * a cut connection. Everything else fails the test.
   */
  expectedErrors: RegExp[];
  /** A person with a browser of their own; watched as the test's own page is. */
  newPerson: (options?: BrowserContextOptions) => Promise<Page>;
};

/** Every script error, console error and policy report in any page of the journey fails it. */
export const test = base.extend<Journey & { troubles: string[] }>({
  // Playwright insists on the braces.
  expectedErrors: [[], { option: true }],
  troubles: async ({ expectedErrors }, use) => {
    const troubles: string[] = [];
    await use(troubles);
    const unexpected = troubles.filter(
      (trouble) => !expectedErrors.some((known) => known.test(trouble)),
    );
    expect(unexpected, "console errors, script errors, policy reports").toEqual(
      [],
    );
  },
  context: async ({ context, troubles }, use) => {
    watch(context, troubles);
    await use(context);
  },
  newPerson: async ({ browser, troubles }, use, { project }) => {
    const opened: BrowserContext[] = [];
    const { baseURL, locale, timezoneId } = project.use;
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        ...options,
      });
      watch(context, troubles);
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

function watch(context: BrowserContext, troubles: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error")
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => {
    troubles.push(`script: ${error.error().message}`);
  });
  context.on("request", (request) => {
    if (request.url().endsWith("/csp-report"))
      troubles.push(`policy report: ${request.postData() ?? ""}`);
  });
}

/** Signs in through the page, as a person would, in whichever language it is. */
export async function signIn(
  page: Page,
  account: keyof typeof accounts,
): Promise<void> {
  await page.goto("/sign-in");
  await page
    .getByRole("textbox", { name: /^E-(post|mail)/ })
    .fill(accounts[account]);
  await page.getByLabel(/^(Parool|Password)/).fill(password);
  await page
    .getByRole("button", { name: /^(Logi sisse|Sign in)$/, exact: true })
    .click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The page as it stands has no violation that axe can find. */
export async function checkA11y(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target.join(" ")),
    })),
  ).toEqual([]);
}
