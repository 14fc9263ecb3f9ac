import { expect, test } from "vitest";
import { Badge } from "~/ui/badge";
import { Banner } from "~/ui/banner";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Card, Panel } from "~/ui/card";
import { ConfirmDialog, Dialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icons";
import { Disclosure, Menu } from "~/ui/menu";
import { Pagination, shownPages } from "~/ui/pagination";
import { Progress } from "~/ui/progress";
import { Skeleton } from "~/ui/skeleton";
import { Stat, Stats } from "~/ui/stat";
import { Steps } from "~/ui/steps";
import { Table } from "~/ui/table";
import { TabLinks, Tabs } from "~/ui/tabs";
import { attribute, render, tagWith, textOf } from "./render";

test("a card with a title is a section that its heading names, at the level that the page asks for", async () => {
  const html = await render(
    <Card title="Goals" headingLevel={3} note="Two of them">
      Text
    </Card>,
  );
  const section = tagWith(html, "aria-labelledby");
  expect(section).toMatch(/^<section/);
  expect(textOf(html, attribute(section, "aria-labelledby") ?? "")).toBe(
    "Goals",
  );
  expect(html).toContain("<h3");
});

test("a card that leads somewhere has its title as the link", async () => {
  const html = await render(<Card title="Northern Timber" to="/plans/1" />);
  expect(html).toMatch(/<a class="card-link"[^>]*>Northern Timber<\/a>/);
});

test("a panel without a title is no landmark", async () => {
  expect(await render(<Panel>Text</Panel>)).toBe(
    '<div class="panel">Text</div>',
  );
});

test("a banner that appears after an action is said: trouble at once, the rest politely", async () => {
  expect(
    await render(<Banner tone="danger" live title="Not saved" />),
  ).toContain('role="alert"');
  expect(await render(<Banner tone="success" live title="Saved" />)).toContain(
    'role="status"',
  );
  expect(
    await render(<Banner tone="warn">Made-up figures</Banner>),
  ).not.toContain("role=");
});

test("a badge says its state in words", async () => {
  expect(
    await render(
      <Badge tone="warn" icon="clock">
        Waiting
      </Badge>,
    ),
  ).toContain("Waiting</span>");
});

test("an icon that stands alone has a name", async () => {
  const html = await render(<Icon name="offline" label="Offline" />);
  expect(html).toContain('role="img"');
  expect(html).toContain('aria-label="Offline"');
});

test("an empty place says what will be here and what to do", async () => {
  const html = await render(
    <EmptyState
      title="No plans yet"
      text="Begin with one."
      action={<a href="/new">New</a>}
    />,
  );
  expect(html).toContain("<h2>No plans yet</h2>");
  expect(html).toContain('href="/new"');
});

test("a closed dialog has nothing inside; an open one has its title and actions", async () => {
  const closed = await render(
    <Dialog open={false} onClose={() => {}} title="Why?" closeLabel="Close">
      Body
    </Dialog>,
  );
  expect(closed).toMatch(/^<dialog[^>]*><\/dialog>$/);

  const open = await render(
    <ConfirmDialog
      open
      onClose={() => {}}
      onConfirm={() => {}}
      title="Remove the note?"
      labels={{ confirm: "Remove", cancel: "Keep" }}
      danger
    >
      This cannot be undone.
    </ConfirmDialog>,
  );
  const dialog = tagWith(open, "<dialog");
  expect(textOf(open, attribute(dialog, "aria-labelledby") ?? "")).toBe(
    "Remove the note?",
  );
  expect(open.indexOf(">Keep<")).toBeLessThan(open.indexOf(">Remove<"));
});

test("a menu and a disclosure open without JavaScript", async () => {
  expect(
    await render(
      <Menu label="Kadri" name="Kadri's menu">
        <a href="/me">Me</a>
      </Menu>,
    ),
  ).toMatch(
    /^<details class="menu"><summary[^>]*aria-label="Kadri&#x27;s menu"/,
  );
  expect(await render(<Disclosure summary="More">Text</Disclosure>)).toMatch(
    /^<details class="disclosure"><summary>/,
  );
});

test("figures are a list of names and values", async () => {
  const html = await render(
    <Stats
      figures={[
        { id: "share", label: "Top tenth", value: "62 %", note: "n = 84" },
      ]}
    />,
  );
  expect(html).toMatch(
    /<dl[^>]*>.*<dt[^>]*>Top tenth<\/dt><dd[^>]*>62 %<\/dd>/,
  );
  expect(await render(<Stat label="Dissent" value={0} />)).toContain(">0</p>");
});

const rows = [
  { id: "a", name: "Northern Timber", revenue: 1200 },
  { id: "b", name: "Island Builders", revenue: 900 },
];
const columns = [
  {
    id: "name",
    heading: "Customer",
    cell: (row: (typeof rows)[number]) => row.name,
    namesRow: true,
    sort: { current: null, to: "?by=name" },
    foot: "Together",
  },
  {
    id: "revenue",
    heading: "Revenue",
    cell: (row: (typeof rows)[number]) => row.revenue,
    align: "end" as const,
    sort: { current: "descending" as const, onSort: () => {} },
    foot: 2100,
  },
];

test("a wide table scrolls in a region that takes the focus and is named by the table's caption", async () => {
  const html = await render(
    <Table
      caption="Customers"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />,
  );
  const region = tagWith(html, 'class="region"');
  expect(region).toContain('tabindex="0"');
  expect(textOf(html, attribute(region, "aria-labelledby") ?? "")).toBe(
    "Customers",
  );
  expect(html).toContain('<th scope="row">Northern Timber</th>');
});

test("a column's order is said on its heading, and changed by a link or a button", async () => {
  const html = await render(
    <Table
      caption="Customers"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />,
  );
  expect(html).toMatch(/aria-sort="descending"[^>]*><button type="button"/);
  expect(tagWith(html, "?by=name")).toMatch(/^<a /);
  expect(html.match(/aria-sort/g)).toHaveLength(1);
});

test("a stacked table keeps a table's roles, and each value has its heading beside it", async () => {
  const html = await render(
    <Table
      caption="Customers"
      narrow="stack"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />,
  );
  for (const role of ["table", "row", "columnheader", "rowheader", "cell"])
    expect(html).toContain(`role="${role}"`);
  expect(html).toContain(
    '<span class="cell-heading" aria-hidden="true">Revenue</span>',
  );
  expect(html).not.toContain('class="region"');
});

test("a table without rows says so across its width", async () => {
  const html = await render(
    <Table
      caption="Customers"
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      empty="Nobody yet"
    />,
  );
  expect(html).toContain('<td colSpan="2">Nobody yet</td>');
});

test("progress is said in words, and an empty course doesn't divide by nothing", async () => {
  const html = await render(
    <Progress label="Lessons" value={0} max={0} text="0 of 0" />,
  );
  const bar = tagWith(html, "<progress");
  expect(bar).toContain('aria-valuetext="0 of 0"');
  expect(attribute(bar, "max")).toBe("1");
});

test("an agenda marks the current step and says every state in words", async () => {
  const html = await render(
    <Steps
      label="Agenda"
      stateLabels={{
        done: "done",
        current: "now",
        coming: "to come",
        locked: "locked",
      }}
      steps={[
        { id: "1", title: "Criteria", state: "done" },
        { id: "2", title: "Weights", state: "current", note: "25 min" },
        { id: "3", title: "Scores", state: "locked" },
      ]}
    />,
  );
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(tagWith(html, "aria-current")).toContain('data-state="current"');
  for (const words of ["(done)", "(now)", "(locked)"])
    expect(html).toContain(words);
});

test("tabs: one is chosen and reachable, each controls its panel, the others' panels are hidden", async () => {
  const html = await render(
    <Tabs
      label="Plan"
      initial="risks"
      tabs={[
        { id: "goals", label: "Goals", content: "Three" },
        { id: "risks", label: "Risks", content: "Two" },
      ]}
    />,
  );
  const chosen = tagWith(html, 'aria-selected="true"');
  expect(attribute(chosen, "tabindex")).toBe("0");
  expect(textOf(html, attribute(chosen, "aria-controls") ?? "")).toBe("Two");
  const other = tagWith(html, 'aria-selected="false"');
  expect(attribute(other, "tabindex")).toBe("-1");
  expect(tagWith(html, `id="${attribute(other, "aria-controls")}"`)).toContain(
    "hidden",
  );
});

test("links that look like tabs mark the page that one is on", async () => {
  const html = await render(
    <TabLinks
      label="Plan"
      links={[
        { to: "/plans/1", label: "Plan" },
        { to: "/plans/1/history", label: "History" },
      ]}
    />,
    "/plans/1/history",
  );
  expect(tagWith(html, "/plans/1/history")).toContain('aria-current="page"');
  expect(html.match(/aria-current/g)).toHaveLength(1);
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 12, [1, null, 4, 5, 6, null, 12]],
  [12, 12, [1, null, 11, 12]],
])("on page %i of %i the list shows %j", (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown);
});

test("a list of pages marks the current one, and is left out when there is but one", async () => {
  const labels = {
    previous: "Back",
    next: "On",
    page: (page: number) => `Page ${page}`,
  };
  const html = await render(
    <Pagination
      label="Pages"
      page={2}
      pages={3}
      hrefOf={(page) => `?page=${page}`}
      labels={labels}
    />,
  );
  expect(tagWith(html, 'aria-label="Page 2"')).toContain('aria-current="page"');
  expect(html).toContain('rel="prev"');
  expect(
    await render(
      <Pagination
        label="Pages"
        page={1}
        pages={1}
        hrefOf={String}
        labels={labels}
      />,
    ),
  ).toBe("");
});

test("the way back is a named landmark", async () => {
  const html = await render(
    <Breadcrumbs
      label="You are here"
      items={[{ to: "/accounts", label: "Accounts" }]}
    />,
  );
  expect(html).toMatch(/^<nav aria-label="You are here"><ol/);
});

test("what is on its way is said once, its grey lines are not", async () => {
  const html = await render(<Skeleton label="Loading" lines={2} />);
  expect(html).toContain('<span class="sr-only">Loading</span>');
  expect(html.match(/aria-hidden="true"/g)).toHaveLength(2);
});
