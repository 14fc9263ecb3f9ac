import { northwindCsv } from "../factories/northwind";
import { checkA11y, expect, signIn, test } from "../support/journey";
import { signInToNewClient } from "../support/new-client";

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test.describe("a manager of a new client", () => {
  // The refused file is answered with 422, which the browser writes down.
  test.use({ expectedErrors: [/status of 422/] });

  test("imports Northwind's sales and reads how concentrated they are", async ({
    page,
    newPerson,
  }) => {
    await signInToNewClient(
      { administrator: await newPerson(), manager: page },
      "Northwind Traders",
    );
    await page.goto("/accounts");
    await expect(page.getByText("Kliente veel ei ole")).toBeVisible();
    await checkA11y(page);
    await page.getByRole("link", { name: "Impordi müügiandmed" }).click();

    await page
      .getByLabel(/^CSV-fail/)
      .setInputFiles(
        file("vale.csv", "Nimi;Kuu;Käive\nA;2026-13;1\nB;2026-01;palju\n"),
      );
    await page.getByRole("button", { name: "Kontrolli faili" }).click();
    await expect(page.getByText("Seda faili ei saa importida")).toBeVisible();
    await expect(
      page.getByRole("row", { name: /Vajalik veerg puudub/ }),
    ).toContainText("Klient");
    await checkA11y(page);

    const importNorthwind = async () => {
      await page
        .getByLabel(/^CSV-fail/)
        .setInputFiles(file("northwind.csv", northwindCsv()));
      await page.getByRole("button", { name: "Kontrolli faili" }).click();
      await expect(
        page.getByRole("heading", { level: 1, name: /northwind\.csv/ }),
      ).toBeVisible();
    };
    await importNorthwind();
    await expect(page.getByText("91 uut klienti")).toBeVisible();
    await checkA11y(page);
    await page.getByRole("button", { name: /^Impordi/ }).click();
    await expect(
      page.getByRole("heading", {
        level: 1,
        name: "Imporditud: northwind.csv",
      }),
    ).toBeVisible();

    // Once more: nothing is new.
    await page.getByRole("link", { name: "Impordi veel" }).click();
    await importNorthwind();
    await expect(page.getByText("Midagi importida ei ole")).toBeVisible();

    await page.goto("/accounts");
    await page
      .getByRole("link", { name: "kogu andmete periood", exact: true })
      .click();
    const panel = page.getByRole("region", { name: "Müügi kontsentratsioon" });
    await expect(panel).toContainText("juuli 2012 – mai 2014");
    await expect(panel).toContainText("42,881%: 9 klienti 89-st");
    await expect(panel).toContainText("42,653%");
    await expect(panel).toContainText("336,909");
    await expect(panel).toContainText("29,68");
    await expect(
      panel
        .getByRole("table", {
          name: "Kliendid, kelle osakaal on vähemalt 5%",
        })
        .getByRole("row"),
    ).toHaveCount(1 + 3);
    await expect(panel).toContainText("Mercuri International Eesti");

    await panel.getByRole("link", { name: "kõik kliendid" }).click();
    await expect(panel).toContainText("45,043%: 10 klienti 91-st");
    await expect(panel).toContainText("43,097%");
    await checkA11y(page);
  });
});

test("a trainee finds a customer, its rows and one contact of 220, and is not offered to change them", async ({
  page,
}) => {
  await signIn(page, "trainee");
  await page.goto("/accounts");
  await expect(page.getByText("84 klienti").first()).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Impordi müügiandmed" }),
  ).toHaveCount(0);
  await page.getByRole("searchbox", { name: /Otsi kliendi/ }).fill("põhjala");
  await page.getByRole("button", { name: "Otsi" }).click();
  await page
    .getByRole("table", { name: /^Kliendid:/ })
    .getByRole("link", { name: "Põhjala Mööbel AS" })
    .click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Põhjala Mööbel AS" }),
  ).toBeVisible();
  await checkA11y(page);

  await page.getByText("Näita kuid tabelina").click();
  await page
    .getByRole("link", { name: /^Ava kuu/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /^Müügiread/ })).toBeVisible();

  const contacts = page.getByRole("region", { name: "Kontaktisikud" });
  await expect(contacts.getByText("220 kontaktisikut")).toBeVisible();
  await contacts.getByRole("searchbox").fill("tegevjuht");
  await contacts.getByRole("button", { name: "Otsi" }).click();
  await expect(
    contacts.getByText("1 kontaktisik", { exact: true }),
  ).toBeVisible();
  await expect(page.getByText("Lisa teeninduskulu")).toHaveCount(0);
});

test("a manager adds a cost to serve and sees the loss follow, the formula shown", async ({
  page,
}) => {
  await signIn(page, "otherManager");
  await page.goto("/accounts?lng=en");
  await page
    .getByRole("table", { name: /^Accounts:/ })
    .getByRole("link")
    .nth(5)
    .click();
  const loss = page.getByRole("region", { name: "Loss impact" });
  await expect(loss).toContainText("equal.");
  await loss.getByText("Add a cost to serve").click();
  await loss.getByLabel(/^Name of the cost/).fill("Service visits");
  await loss.getByLabel(/^Amount a year/).fill("1,200.50");
  await loss.getByLabel(/^Avoidable part/).fill("50");
  await loss.getByLabel(/^Months after/).fill("6");
  await loss.getByRole("button", { name: "Add the cost" }).click();
  const costs = loss.getByRole("table", { name: "Annual costs to serve" });
  await expect(
    costs.getByRole("row", { name: /Service visits/ }),
  ).toContainText("€1,201");
  await loss.getByRole("combobox", { name: "Horizon" }).selectOption("3");
  await loss.getByRole("button", { name: "Calculate" }).click();
  await expect(loss).toContainText("Change of EBIT within 3 months");
  await checkA11y(page);
  await loss
    .getByRole("button", { name: "Remove the cost “Service visits”" })
    .click();
  await expect(costs.getByRole("row", { name: /Service visits/ })).toHaveCount(
    0,
  );
});
