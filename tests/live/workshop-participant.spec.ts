import type { Locator, Page } from "@playwright/test";
import type { Phase } from "../../app/domain/workshops/types";
import { checkA11y, expect, test } from "../support/journey";
import {
  openDemonstrationRoom,
  type RoomClient,
} from "../support/workshop-room";

// A facilitator conducts by commands; two people follow on phones, one in each language.

const phone = { viewport: { width: 360, height: 740 } };

// Refused forms, and a line that is cut on purpose.
test.use({
  expectedErrors: [
    /status of (409|422)|ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/,
  ],
});

const steps = {
  brainstorm: "what-makes-key",
  weighting: "criteria-and-weights",
  scoring: "score-the-accounts",
  stage: "relationship-stage",
  portfolio: "portfolio",
  cutOff: "how-many",
};

/** Usable on a phone: nothing that axe finds, nothing to scroll sideways. */
async function checkPhone(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await checkA11y(page);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  }
}

async function addNote(page: Page, text: string): Promise<void> {
  await page
    .getByRole("textbox", { name: /^(New note|Uus märge)$/ })
    .fill(text);
  await page.getByRole("button", { name: /^(Add note|Lisa märge)$/ }).click();
}

function heading(page: Page, name: string): Locator {
  return page.getByRole("heading", { level: 1, name });
}

async function pressAll(buttons: Locator): Promise<void> {
  for (const button of await buttons.all()) await button.click();
}

const conductor = (lead: RoomClient) => ({
  goTo: (stepId: string) =>
    lead.must({ type: "go-to-step", payload: { stepId } }),
  phase: (stepId: string, phase: Phase) =>
    lead.must({ type: "set-phase", stepId, payload: { phase } }),
});

test("two people go through all six steps on their phones, each in their own language", async ({
  newPerson,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const { lead, joinCode } = await openDemonstrationRoom(baseURL ?? "");
  const { goTo, phase } = conductor(lead);
  const grace = await newPerson({ ...phone, locale: "en-GB" });
  const juhan = await newPerson({
    ...phone,
    locale: "et-EE",
    colorScheme: "dark",
  });

  await test.step("in by a code, without an account", async () => {
    await grace.goto("/join");
    await checkPhone(grace);
    await grace.getByRole("textbox", { name: "Code" }).fill("WRNG2345");
    await grace.getByRole("button", { name: "Join" }).click();
    await expect(grace.getByText("No workshop has this code")).toBeVisible();
    await grace
      .getByRole("textbox", { name: "Code" })
      .fill(`${joinCode.slice(0, 4)} ${joinCode.slice(4).toLowerCase()}`);
    await grace.getByRole("button", { name: "Join" }).click();
    await expect(grace.getByText("Your name is shown")).toBeVisible();
    await checkPhone(grace);
    await grace.getByRole("button", { name: "Join" }).click();
    await expect(grace.getByText("Write a name.")).toBeVisible();
    await grace.getByRole("textbox", { name: "Your name" }).fill("Grace Hill");
    await grace.getByRole("button", { name: "Join" }).click();
    await expect(heading(grace, "You are in")).toBeVisible();

    await juhan.goto(`/join/${joinCode}`);
    await juhan.getByRole("textbox", { name: "Sinu nimi" }).fill("Juhan Õun");
    await juhan
      .getByRole("combobox", { name: /Sinu üksus/ })
      .selectOption({ index: 1 });
    await juhan.getByRole("button", { name: "Liitu" }).click();
    await expect(heading(juhan, "Oled kohal")).toBeVisible();
    await expect(grace.getByText("1 other person is here.")).toBeVisible();
    await checkPhone(grace, juhan);
  });

  await test.step("writing alone, and what the room sees after the reveal", async () => {
    await lead.must({ type: "start", payload: {} });
    await expect(heading(grace, "What makes a customer key?")).toBeFocused();
    await expect(
      heading(juhan, "Mis teeb kliendist võtmekliendi?"),
    ).toBeVisible();
    await addNote(grace, "They buy from three of our units");
    await addNote(grace, "A typo");
    await addNote(juhan, "Kasvab kiiremini kui turg");
    await grace.getByRole("button", { name: "Edit the note: A typo" }).click();
    await grace.getByRole("textbox", { name: "Your note" }).fill("Asks early");
    await grace.getByRole("button", { name: "Save", exact: true }).click();
    await grace
      .getByRole("button", { name: "Take back the note: Asks early" })
      .click();
    await grace.getByRole("button", { name: "Put it back" }).click();
    await expect(grace.getByText("Asks early")).toBeVisible();
    await expect(grace.getByText("Kasvab kiiremini")).toHaveCount(0);
    await juhan.getByText("Märgitud 0 / 4").click();
    await juhan.getByRole("checkbox").first().check();
    await juhan.getByRole("checkbox").nth(1).check();
    await expect(juhan.getByText("Märgitud 2 / 4")).toBeVisible();
    await grace.getByRole("button", { name: "I'm done" }).click();
    await expect(
      grace.getByRole("button", { name: "Done – take it back" }),
    ).toBeVisible();
    await expect(juhan.getByText("Salvestatud").first()).toBeVisible();
    await checkPhone(grace, juhan);
    await expect
      .poll(async () => (await lead.view()).done[steps.brainstorm]?.length)
      .toBe(1);
    await expect(juhan.getByText("Ootel")).toHaveCount(0);

    await phase(steps.brainstorm, "revealed");
    await expect(grace.getByText("Kasvab kiiremini kui turg")).toBeVisible();
    await expect(juhan.getByText("Asks early")).toBeVisible();
    await expect(grace.getByText("1 of 1").first()).toBeVisible();
    await grace.getByRole("button", { name: "Sort into groups" }).click();
    await grace
      .getByRole("textbox", { name: "Name of a new group" })
      .fill("Growth");
    await grace.getByRole("button", { name: "Add group" }).click();
    await grace
      .getByLabel("Group of the note: Kasvab kiiremini kui turg")
      .selectOption({ label: "Growth" });
    await expect(
      juhan.getByRole("heading", { name: "Growth (1)" }),
    ).toBeVisible();
    await checkPhone(grace, juhan);
  });

  await test.step("100 points on each axis, twice", async () => {
    await goTo(steps.weighting);
    await expect(
      grace.getByText("The room is agreeing on the criteria"),
    ).toBeVisible();
    await phase(steps.weighting, "round1");
    await grace.getByRole("button", { name: "Save my points" }).click();
    await expect(
      grace.getByText("Attractiveness: the points add up to 0."),
    ).toBeVisible();
    await checkPhone(grace);
    await pressAll(grace.getByRole("button", { name: /^Spread evenly/ }));
    await grace
      .getByRole("button", { name: "More points for Growth potential" })
      .click();
    await expect(grace.getByText("5 points too many")).toBeVisible();
    await grace
      .getByRole("spinbutton", { name: "Position in its sector" })
      .fill("20");
    await grace.getByRole("button", { name: "Save my points" }).click();
    await expect(grace.getByText("Not saved yet.")).toHaveCount(0);
    await pressAll(juhan.getByRole("button", { name: /^Jaga võrdselt/ }));
    await juhan.getByRole("button", { name: "Salvesta minu punktid" }).click();
    await expect(juhan.getByText("Veel salvestamata.")).toHaveCount(0);
    await expect
      .poll(async () => (await grace.getByText("Saving…").count()) === 0)
      .toBe(true);
    await phase(steps.weighting, "round1-revealed");
    await expect(grace.getByText("you 30")).toBeVisible();
    await checkPhone(juhan);
    await phase(steps.weighting, "round2");
    await grace.getByRole("button", { name: "Save my points" }).click();
    await juhan.getByRole("button", { name: "Salvesta minu punktid" }).click();
    await expect(juhan.getByText("Veel salvestamata.")).toHaveCount(0);
    await expect(grace.getByText("Not saved yet.")).toHaveCount(0);
    await phase(steps.weighting, "round2-revealed");
    await expect(
      grace.getByText("The second round changed nothing").first(),
    ).toBeVisible();
  });

  await test.step("scores beside locked facts; no data is an answer", async () => {
    await goTo(steps.scoring);
    await expect(
      grace.getByText("Locked: from your organisation's sales data"),
    ).toBeVisible();
    const cells = grace.getByRole("group", { name: /./ }).filter({
      has: grace.getByRole("radio", { name: "No data" }),
    });
    const first = cells.first();
    await first.getByRole("radio", { name: "8" }).check();
    await cells.nth(1).getByRole("radio", { name: "No data" }).check();
    await cells.nth(2).getByRole("radio", { name: "3" }).focus();
    await grace.keyboard.press("Space");
    await grace.keyboard.press("ArrowRight");
    await expect(cells.nth(2).getByRole("radio", { name: "4" })).toBeChecked();
    await cells.nth(4).getByRole("radio", { name: "6" }).check();
    await expect(grace.getByText("4 of 32")).toBeVisible();
    await expect(first.getByText("Saved")).toBeVisible();
    await grace.getByRole("button", { name: "Next", exact: true }).click();
    await expect(
      grace.getByRole("heading", { level: 2 }).first(),
    ).toBeFocused();
    await checkPhone(grace);
    await juhan.getByRole("radio", { name: "Kriteerium kriteeriumi" }).check();
    await juhan.getByRole("radio", { name: "9" }).first().check();
    await juhan.getByRole("radio", { name: "2", exact: true }).nth(1).check();
    await expect(juhan.getByText("2 / 32")).toBeVisible();
    await expect(juhan.getByText("Ootel")).toHaveCount(0);
    await checkPhone(juhan);
    await phase(steps.scoring, "revealed");
    await expect(grace.getByText("The scores of 2 people")).toBeVisible();
    await grace.getByText("By criterion").first().click();
    await checkPhone(grace);
  });

  await test.step("how close the relationships are", async () => {
    await goTo(steps.stage);
    await grace.getByRole("radio", { name: "Basic" }).check();
    await juhan.getByRole("radio").nth(2).check();
    await expect(grace.getByText("1 of 4")).toHaveCount(2);
    await checkPhone(grace, juhan);
    await expect(grace.getByText("Waiting")).toHaveCount(0);
    await expect(juhan.getByText("Ootel")).toHaveCount(0);
    await phase(steps.stage, "revealed");
    await expect(grace.getByText("you: Basic")).toBeVisible();
    await checkPhone(juhan);
  });

  await test.step("the picture that the scores made", async () => {
    await goTo(steps.portfolio);
    await expect(heading(juhan, "Portfell")).toBeVisible();
    await expect(
      grace.getByRole("heading", { level: 2, name: /\(\d\)/ }).first(),
    ).toBeVisible();
    await checkPhone(grace, juhan);
  });

  await test.step("decisions, actions with one owner, and the end", async () => {
    await goTo(steps.cutOff);
    await grace
      .getByRole("textbox", { name: "What shall be decided?" })
      .fill("We serve at most twelve key accounts");
    await grace.getByRole("button", { name: "Propose" }).click();
    await juhan.getByRole("button", { name: "Poolt" }).click();
    await expect(juhan.getByRole("button", { name: "Poolt" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await grace.getByRole("tab", { name: /^Actions/ }).click();
    await grace.getByRole("button", { name: "Add action" }).click();
    await expect(
      grace.getByText("Name the one who answers for it."),
    ).toBeVisible();
    await checkPhone(grace);
    await grace
      .getByRole("textbox", { name: "What will be done?" })
      .fill("Meet the board");
    await grace.getByRole("combobox", { name: "Owner" }).fill("Grace Hill");
    await grace.getByLabel("By when").fill("2027-01-15");
    await grace.getByRole("button", { name: "Add action" }).click();
    await expect(grace.getByText("Grace Hill · 15 Jan 2027")).toBeVisible();
    await grace.getByRole("tab", { name: /^Objectives/ }).click();
    await grace
      .getByRole("combobox", { name: "Customer" })
      .selectOption({ index: 1 });
    await grace
      .getByRole("textbox", { name: "What shall be true in three years?" })
      .fill("Buys from all three units");
    await grace.getByRole("button", { name: "Add objective" }).click();
    await expect(grace.getByText("Buys from all three units")).toBeVisible();
    await grace.getByRole("tab", { name: "Definition" }).click();
    await checkPhone(grace, juhan);
    await expect(grace.getByText("Saving…")).toHaveCount(0);
    await lead.must({ type: "close-workshop", payload: {} });
    await expect(heading(juhan, "Töötuba on läbi")).toBeVisible();
    await expect(heading(grace, "The workshop is over")).toBeFocused();
    await checkPhone(grace, juhan);
  });

  const { decisions, actions, objectives, results } = await lead.view();
  expect(decisions).toHaveLength(1);
  expect(actions).toHaveLength(1);
  expect(objectives).toHaveLength(1);
  expect(results.scores?.people).toBe(2);
});

test("what is written without a connection survives a killed tab, and arrives once", async ({
  newPerson,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { lead, joinCode } = await openDemonstrationRoom(baseURL ?? "");
  const { goTo, phase } = conductor(lead);
  const page = await newPerson({ ...phone, locale: "en-GB" });
  const context = page.context();
  await page.goto(`/join/${joinCode}`);
  await page.getByRole("textbox", { name: "Your name" }).fill("Grace Hill");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(heading(page, "You are in")).toBeVisible();
  await lead.must({ type: "start", payload: {} });
  await addNote(page, "written online");
  await expect(page.getByText("Saved").first()).toBeVisible();

  // The answer to this one is lost on the way: it is sent again under the same id.
  let cut = false;
  await page.route("**/command", async (route) => {
    if (cut) return route.continue();
    cut = true;
    await route.fetch();
    await route.abort();
  });
  await addNote(page, "answered into nothing");
  await expect(page.getByText("Waiting")).toHaveCount(0);
  expect(cut).toBe(true);
  await page.unroute("**/command");

  await context.setOffline(true);
  await expect(page.getByText("No connection")).toBeVisible({ timeout: 3_000 });
  await addNote(page, "written offline 1");
  await addNote(page, "written offline 2");
  await expect(page.getByText("2 entries wait here.")).toBeVisible();
  await checkPhone(page);
  const address = page.url();
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(heading(again, "What makes a customer key?")).toBeVisible();
  await expect(again.getByText("written offline 2")).toBeVisible();
  await expect(again.getByText("Waiting")).toHaveCount(0);

  // The room goes on while the line is down again: what comes too late is kept, and seen.
  await context.setOffline(true);
  await addNote(again, "written in the tunnel");
  await again.getByRole("textbox", { name: "New note" }).fill("half a thought");
  await phase(steps.brainstorm, "revealed");
  await goTo(steps.weighting);
  await context.setOffline(false);
  await expect(again.getByRole("heading", { name: "Came late" })).toBeVisible();
  await expect(again.getByText("written in the tunnel")).toBeVisible();
  await expect(again.getByText("half a thought")).toBeVisible();
  await checkPhone(again);
  await again.getByRole("button", { name: "Send it late" }).click();
  await expect(again.getByText("You were still writing")).toHaveCount(0);
  await expect(again.getByText("Saving…")).toHaveCount(0);

  const { notes, late } = await lead.view();
  expect(notes.map(({ text }) => text).toSorted()).toEqual([
    "answered into nothing",
    "written offline 1",
    "written offline 2",
    "written online",
  ]);
  expect(late.map(({ text }) => text).toSorted()).toEqual([
    "half a thought",
    "written in the tunnel",
  ]);
});

test("a refused entry stays with its text and its reason", async ({
  newPerson,
  baseURL,
}) => {
  const { lead, joinCode } = await openDemonstrationRoom(baseURL ?? "");
  const page = await newPerson({ ...phone, locale: "et-EE" });
  await page.goto(`/join/${joinCode}`);
  await page.getByRole("textbox", { name: "Sinu nimi" }).fill("Juhan");
  await page.getByRole("button", { name: "Liitu" }).click();
  await expect(heading(page, "Oled kohal")).toBeVisible();
  await lead.must({ type: "start", payload: {} });
  await lead.must({
    type: "go-to-step",
    payload: { stepId: steps.cutOff },
  });
  await lead.must({ type: "set-lock", payload: { locked: true } });
  await expect(page.getByText("Sisestamine on peatatud")).toBeVisible();
  await page
    .getByRole("textbox", { name: "Mida otsustada?" })
    .fill("Kuni kaksteist võtmeklienti");
  await page.getByRole("button", { name: "Tee ettepanek" }).click();
  await expect(page.getByText("Salvestamata: Ettepanek")).toBeVisible();
  await expect(page.getByText("Kuni kaksteist võtmeklienti")).toBeVisible();
  await expect(page.getByText(/Proovi uuesti, kui läbiviija/)).toBeVisible();
  await checkPhone(page);

  await page.reload();
  await expect(page.getByText("Kuni kaksteist võtmeklienti")).toBeVisible();
  await lead.must({ type: "set-lock", payload: { locked: false } });
  await page.getByRole("button", { name: "Proovi uuesti" }).click();
  await expect(page.getByRole("button", { name: "Poolt" })).toBeVisible();
  await expect(page.getByText("Salvestamata: Ettepanek")).toHaveCount(0);
});
