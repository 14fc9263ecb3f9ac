import { expect, test } from "vitest";
import { Announcer, useAnnounce } from "~/ui/announcer";
import { AuthShell } from "~/ui/auth-shell";
import { PageHeader, PageShell } from "~/ui/page-shell";
import { PhoneShell } from "~/ui/phone-shell";
import { ScreenShell } from "~/ui/screen-shell";
import { attribute, render, tagWith } from "./render";

const brand = { name: "Brand", to: "/" };

const page = (
  <PageShell
    brand={brand}
    labels={{ skip: "To the content", nav: "Main", menu: "Menu" }}
    nav={[
      { to: "/learn", label: "Learn", icon: "book" },
      { to: "/team", label: "Team", icon: "people" },
    ]}
    notice={<p>Made-up figures</p>}
    organisation={<span>Northern</span>}
    footer="Privacy"
  >
    <PageHeader
      title="Lessons"
      lead="Seven of them"
      actions={<a href="/go">Go on</a>}
    />
  </PageShell>
);

test("a page has one main, one h1, and begins with the way past its navigation", async () => {
  const html = await render(page, "/learn");
  expect(html.match(/<main/g)).toHaveLength(1);
  expect(html.match(/<h1/g)).toHaveLength(1);
  const first = /<a [^>]*>/.exec(html)?.[0] ?? "";
  expect(attribute(first, "href")).toBe("#main");
  expect(tagWith(html, "<main")).toContain('id="main"');
  expect(tagWith(html, "<main")).toContain('tabindex="-1"');
});

test("the navigation marks where one is, also for pages below", async () => {
  const html = await render(page, "/learn/introduction/1");
  for (const link of html.match(/<a [^>]*nav-link[^>]*>/g) ?? [])
    expect(attribute(link, "aria-current")).toBe(
      attribute(link, "href") === "/learn" ? "page" : null,
    );
});

test("on a phone the navigation folds into a menu that needs no JavaScript", async () => {
  const html = await render(page);
  expect(html).toMatch(
    /<details class="shell-menu"><summary[^>]*>.*Menu<\/summary><nav aria-label="Main">/,
  );
});

test("everything on a page is inside a landmark", async () => {
  const html = await render(page);
  expect(html.indexOf("Made-up figures")).toBeGreaterThan(
    html.indexOf("<header"),
  );
  expect(html.indexOf("Made-up figures")).toBeLessThan(
    html.indexOf("</header>"),
  );
});

test("signing in stands beside the claim, with the language in reach", async () => {
  const html = await render(
    <AuthShell
      brand={brand}
      claim="Few carry most."
      points={["Learn", "Plan"]}
      labels={{ skip: "To the form" }}
      language={<a href="?lng=en">English</a>}
    >
      <h1>Sign in</h1>
    </AuthShell>,
  );
  expect(html.match(/<main/g)).toHaveLength(1);
  expect(html.indexOf("English")).toBeLessThan(html.indexOf("<main"));
  expect(tagWith(html, "auth-art")).toContain('aria-hidden="true"');
});

test("the big screen offers nothing to click", async () => {
  const html = await render(
    <ScreenShell title="Strategy" lead="Step 2" footer="Code 7KQM 2XPA">
      <p>Results</p>
    </ScreenShell>,
  );
  expect(html).not.toMatch(/<(a|button|input|select|details)[ >]/);
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test("the phone's action stays inside the page's main part", async () => {
  const html = await render(
    <PhoneShell
      context="Strategy"
      status="Saved"
      title="Share 100 points"
      actions={<button type="button">Done</button>}
    >
      <p>Task</p>
    </PhoneShell>,
  );
  expect(html.indexOf(">Done<")).toBeLessThan(html.indexOf("</main>"));
  expect(html).toContain('<h1 tabindex="-1">Share 100 points</h1>');
});

test("every shell has a quiet place where news is said", async () => {
  expect(await render(<Announcer>Page</Announcer>)).toBe(
    'Page<output class="sr-only"></output><div class="toasts" aria-hidden="true"></div>',
  );
});

test("a part that announces can also be drawn outside every shell", async () => {
  function Saver() {
    const announce = useAnnounce();
    announce("Saved", { visible: true });
    return <p>Saved</p>;
  }
  expect(await render(<Saver />)).toBe("<p>Saved</p>");
});
