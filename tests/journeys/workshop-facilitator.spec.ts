import type { Page } from "@playwright/test";
import type { WorkshopView } from "../../app/domain/workshops/types";
import { checkA11y, expect, signIn, test } from "../support/journey";
import { RoomClient } from "../support/workshop-room";

// A consultant prepares a workshop and leads it from the desk; five people come in on their phones.

const phone = { viewport: { width: 360, height: 740 } };

const steps = {
  brainstorm: "what-makes-key",
  weighting: "criteria-and-weights",
  scoring: "score-the-accounts",
  stage: "relationship-stage",
} as const;

/** The person's own line to the room, beside the page: for what would be hundreds of taps. */
async function lineOf(page: Page): Promise<RoomClient> {
  const { origin, pathname } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  return new RoomClient(
    origin,
    pathname.split("/")[2] ?? "",
    cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
  );
}

function even(view: WorkshopView, tilt: number): Record<string, number> {
  const points: Record<string, number> = {};
  for (const axis of ["attractiveness", "strength"] as const) {
    const ofAxis = view.criteria.filter((one) => one.axis === axis);
    const each = Math.floor(100 / ofAxis.length);
    for (const { id } of ofAxis) points[id] = each;
    const [first, second] = ofAxis;
    if (first && second) {
      points[first.id] = each + (100 - each * ofAxis.length) + tilt;
      points[second.id] = each - tilt;
    }
  }
  return points;
}

async function lookAt(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await checkA11y(page);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  }
}

/** Nothing on the projector is smaller than 24 px. */
async function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter(
        (element) =>
          element.closest(".sr-only, .skip-link, .toasts") === null &&
          element.checkVisibility() &&
          [...element.childNodes].some(
            (node) =>
              node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      )
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    return Math.min(...sizes);
  });
}

// A refused form answers 422, which the browser notes.
test.use({ expectedErrors: [/status of 422/] });

test("a consultant leads a workshop of five from the door to the report", async ({
  page: desk,
  newPerson,
}) => {
  test.setTimeout(240_000);
  await desk.setViewportSize({ width: 1280, height: 800 });
  const press = (name: string | RegExp) =>
    desk.getByRole("button", { name, exact: true }).first().click();

  await test.step("prepares the room", async () => {
    await signIn(desk, "consultant");
    await desk.goto("/workshops");
    await lookAt(desk);
    await desk.getByRole("link", { name: "Uus töötuba" }).first().click();
    await expect(
      desk.getByText("Kokku 180 minutit, 8–40 inimest"),
    ).toBeVisible();
    await desk.getByRole("button", { name: "Tee ruum valmis" }).click();
    await expect(desk.getByText("Pane töötoale pealkiri.")).toBeVisible();
    await lookAt(desk);
    await desk
      .getByRole("textbox", { name: "Pealkiri" })
      .fill("Võtmekliendid 2027");
    await desk.getByRole("textbox", { name: "Mitu klienti hinnata" }).fill("6");
    await desk.getByRole("button", { name: "Tee ruum valmis" }).click();
    await expect(
      desk.getByRole("heading", { level: 1, name: "Võtmekliendid 2027" }),
    ).toBeVisible();
    await press("Ava uks");
    await lookAt(desk);
  });

  const code = (await desk.locator(".code-big").first().textContent()) ?? "";
  const screen = await desk.context().newPage();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.goto(`${desk.url()}/screen`);
  await expect(screen.getByText(code)).toBeVisible();
  const lookAtScreen = async () => {
    await lookAt(screen);
    expect(await smallestText(screen)).toBeGreaterThanOrEqual(24);
    expect(await screen.getByRole("button").count()).toBe(0);
  };
  await lookAtScreen();

  const people: Page[] = [];
  await test.step("five people come in", async () => {
    for (const name of ["Anu", "Berit", "Carl", "Deivi", "Epp"]) {
      const person = await newPerson(phone);
      await person.goto(`/join/${code.replace(" ", "")}`);
      await person.getByRole("textbox", { name: "Sinu nimi" }).fill(name);
      await person.getByRole("button", { name: "Liitu" }).click();
      await expect(
        person.getByRole("heading", { level: 1, name: "Oled kohal" }),
      ).toBeVisible();
      people.push(person);
    }
    await expect(desk.getByText("5 osalejat on liitunud.")).toBeVisible();
    await expect(screen.getByText("5 inimest on kohal")).toBeVisible();
  });
  const lines = await Promise.all(people.map(lineOf));

  await test.step("private notes, the reveal, and the groups", async () => {
    await press("Alusta");
    for (const [index, person] of people.entries()) {
      await person
        .getByRole("textbox", { name: "Uus märge" })
        .fill(`Põhjus number ${index + 1}`);
      await person.getByRole("button", { name: "Lisa märge" }).click();
    }
    for (const line of lines)
      await line.must({
        type: "nominate",
        stepId: steps.brainstorm,
        payload: {
          accountIds: (await line.view()).accounts
            .slice(0, 3)
            .map(({ id }) => id),
        },
      });
    await people[0]?.getByRole("button", { name: "Mul on valmis" }).click();
    await expect(desk.getByText("Valmis 1 / 5").first()).toBeVisible();
    await expect(screen.getByText("Valmis 1 / 5")).toBeVisible();
    await expect(desk.getByText("Põhjus number")).toHaveCount(0);
    await lookAt(desk);
    await lookAtScreen();
    await press("Avalda kõigile");
    await expect(
      desk.getByText("Põhjus number 5", { exact: true }),
    ).toBeVisible();
    await expect(
      screen.getByText("Põhjus number 5", { exact: true }),
    ).toBeVisible();
    await desk.getByRole("textbox", { name: "Uue rühma nimi" }).fill("Kasv");
    await press("Lisa rühm");
    for (const number of [1, 2])
      await desk
        .getByLabel(`Märkme rühm: Põhjus number ${number}`)
        .selectOption({ label: "Kasv" });
    await expect(desk.getByRole("heading", { name: "Kasv (2)" })).toBeVisible();
    await press("Võta tahvlilt maha: Põhjus number 3");
    await expect(screen.getByText("Põhjus number 3")).toHaveCount(0);
    await lookAt(desk);
    await lookAtScreen();
  });

  await test.step("criteria from a group, and two rounds of weights", async () => {
    await press("Järgmine samm");
    await press("Kasv: lisa teljele Meie tugevus");
    await desk
      .getByRole("textbox", { name: "Mida see tähendab" })
      .fill("Kasvame koos kliendiga");
    await press("Salvesta");
    await expect(desk.getByText("Kasvame koos kliendiga")).toBeVisible();
    await lookAt(desk);
    await lookAtScreen();
    for (const round of [1, 2] as const) {
      await press(round === 1 ? "Alusta esimest vooru" : "Alusta teist vooru");
      await expect(
        screen.getByText(round === 1 ? /· esimene voor$/ : /· teine voor$/),
      ).toBeVisible();
      for (const [index, line] of lines.entries())
        await line.must({
          type: "allocate-points",
          stepId: steps.weighting,
          payload: {
            round,
            points: even(
              await line.view(),
              (index - 2) * (round === 1 ? 9 : 4),
            ),
          },
        });
      await press(round === 1 ? "Avalda esimene voor" : "Avalda teine voor");
      await expect(desk.getByText("5 inimese punktid").first()).toBeVisible();
    }
    await expect(
      desk.getByText("Esimesest voorust teise: Meie tugevus").first(),
    ).toBeVisible();
    await lookAt(desk);
    await lookAtScreen();
  });

  await test.step("scores with unknowns, seen only after the reveal", async () => {
    await press("Järgmine samm");
    await expect(desk.getByText("6 klienti")).toBeVisible();
    await expect(screen.getByText(/^3\. samm/)).toBeVisible();
    for (const [index, line] of lines.entries()) {
      const { accounts, criteria } = await line.view();
      await line.must({
        type: "set-scores",
        stepId: steps.scoring,
        payload: {
          round: 1,
          scores: accounts.flatMap(({ id: accountId }, row) =>
            criteria.map(({ id: criterionId }, column) => ({
              accountId,
              criterionId,
              score:
                (row + column + index) % 7 === 0
                  ? ("unknown" as const)
                  : 1 + ((row * 3 + column * 2 + index * (row % 3)) % 10),
            })),
          ),
        },
      });
    }
    await lookAt(desk);
    await press("Avalda kõigile");
    await expect(
      desk.getByText("Keskmised hinded klientide ja kriteeriumide kaupa"),
    ).toBeVisible();
    await expect(screen.getByText("Kliendid järjestuses")).toBeVisible();
    const potential = desk.getByRole("textbox", {
      name: /^Võimalik müük 3 aasta pärast/,
    });
    await potential.first().fill("4000000");
    await potential.first().blur();
    await lookAt(desk);
    await lookAtScreen();
  });

  await test.step("stages, of which the room settles one", async () => {
    await press("Järgmine samm");
    await expect(screen.getByText(/^4\. samm/)).toBeVisible();
    for (const [index, line] of lines.entries())
      await line.must({
        type: "propose-stages",
        stepId: steps.stage,
        payload: {
          stages: (await line.view()).accounts.map(({ id }) => ({
            accountId: id,
            stage: index % 2 === 0 ? "basic" : "interdependent",
          })),
        },
      });
    await press("Avalda kõigile");
    await desk
      .locator("section", { hasText: "Milles ruum kokku lepib" })
      .getByRole("combobox")
      .first()
      .selectOption("cooperative");
    await lookAt(desk);
    await lookAtScreen();
  });

  await test.step("the portfolio, moved with a reason", async () => {
    await press("Järgmine samm");
    await desk
      .getByRole("combobox", { name: "Nihuta klienti" })
      .selectOption({ index: 1 });
    await press("Nihuta");
    const dialog = desk.getByRole("dialog");
    await dialog.getByRole("button", { name: "Nihuta" }).click();
    await expect(dialog.getByText("Kirjuta enne midagi.")).toBeVisible();
    await dialog
      .getByRole("textbox", { name: "Põhjendus" })
      .fill("Uus tehas avatakse kevadel");
    await dialog.getByRole("button", { name: "Nihuta" }).click();
    await expect(
      desk.getByText("Ruum nihutas: Uus tehas avatakse kevadel"),
    ).toBeVisible();
    await lookAt(desk);
    await lookAtScreen();
  });

  await test.step("capacity, the line, the definition, and the decisions", async () => {
    await press("Järgmine samm");
    await desk
      .getByRole("textbox", { name: "Võtmekliendihaldurite päevi aastas" })
      .fill("200");
    await desk.getByRole("textbox", { name: "Juhtkonna sponsoreid" }).fill("2");
    await press("Salvesta võimekus");
    const keyTier = desk.getByRole("button", { name: /^Rohkem: Võtmeklient/ });
    await keyTier.click();
    await keyTier.click();
    await desk
      .getByRole("textbox", { name: "Mis on võtmeklient" })
      .fill("Klient, kellega kasvame kolm aastat");
    await press("Salvesta määratlus");
    await desk
      .getByRole("textbox", { name: "Mida otsustada?" })
      .fill("Võtmekliente on kaks");
    await press("Tee ettepanek");
    const [anu] = people;
    if (!anu) throw new Error("Nobody came in.");
    const inFavour = anu.getByRole("button", { name: "Poolt" });
    await inFavour.click();
    await expect(inFavour).toHaveAttribute("aria-pressed", "true");
    await expect(anu.getByText("Ootel")).toHaveCount(0);
    await press("Sulge hääletus, vastu võetud: Võtmekliente on kaks");
    await expect(desk.getByText("poolt 1, vastu 0")).toBeVisible();
    await desk.getByRole("tab", { name: /^Tegevused/ }).click();
    await desk.getByRole("textbox", { name: "Mida tehakse?" }).fill("Kohtume");
    await desk.getByRole("combobox", { name: "Vastutaja" }).fill("Anu");
    await desk.getByLabel("Mis ajaks").fill("2027-02-01");
    await press("Lisa tegevus");
    await expect(desk.getByText("Anu · 1. veebr 2027")).toBeVisible();
    await lookAt(desk);
    await lookAtScreen();
    await desk.setViewportSize({ width: 768, height: 1024 });
    await lookAt(desk);
    await desk.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("closes, reads the report, sends it to the plans", async () => {
    await press("Lõpeta töötuba");
    await desk
      .getByRole("dialog")
      .getByRole("button", { name: "Lõpeta töötuba" })
      .click();
    await expect(screen.getByText("Aitäh!")).toBeVisible();
    await desk.getByRole("link", { name: "Vaata aruannet" }).click();
    await expect(
      desk.getByText("Klient, kellega kasvame kolm aastat"),
    ).toBeVisible();
    await expect(desk.getByText("poolt 1, vastu 0")).toBeVisible();
    await desk
      .getByRole("button", {
        name: "Saada tulemused programmile ja plaanidele",
      })
      .click();
    await expect(desk.getByText(/Saadetud \d+ ettepanekut/)).toBeVisible();
    await lookAt(desk);
    await desk
      .getByRole("button", {
        name: "Saada tulemused programmile ja plaanidele",
      })
      .click();
    await expect(
      desk.getByText("Kõik need tulemused on juba saadetud"),
    ).toBeVisible();
    await desk
      .getByRole("link", { name: "KAM-programm", exact: true })
      .last()
      .click();
    await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
