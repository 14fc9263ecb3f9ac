import fc from "fast-check";
import { expect, test } from "vitest";
import { BarList } from "~/ui/charts/bar-list";
import { BubbleChart } from "~/ui/charts/bubble-chart";
import { ConcentrationCurve } from "~/ui/charts/concentration-curve";
import { HeatTable } from "~/ui/charts/heat-table";
import { LineShift } from "~/ui/charts/line-shift";
import { placeLabels } from "~/ui/charts/place-labels";
import { Sparkline } from "~/ui/charts/sparkline";
import { attribute, render, tagWith, textOf } from "./render";

const percent = (share: number) => `${Math.round(100 * share)} %`;

const curve = (
  <ConcentrationCurve
    title="Concentration"
    description="The first of four brings half."
    cumulativeShares={[0.5, 0.75, 0.9, 1]}
    percent={percent}
    markers={[
      { id: "own", x: 0.25, y: 0.5, label: "First: 50 %", kind: "own" },
      {
        id: "survey",
        x: 0.1,
        y: 0.49,
        label: "Survey: 49 %",
        kind: "comparison",
      },
    ]}
    labels={{
      x: "Customers",
      y: "Revenue",
      even: "If all were equal",
      curve: "Ours",
      table: "As a table",
    }}
  />
);

test("a curve is a picture with a title and a description", async () => {
  const html = await render(curve);
  const svg = tagWith(html, 'role="img"');
  expect(textOf(html, attribute(svg, "aria-labelledby") ?? "")).toBe(
    "Concentration",
  );
  expect(textOf(html, attribute(svg, "aria-describedby") ?? "")).toBe(
    "The first of four brings half.",
  );
});

test("a curve can be read as a table, its comparison included", async () => {
  const html = await render(curve);
  const table = html.slice(html.indexOf("<details"));
  expect(table).toContain("As a table");
  expect(table).toMatch(/50 %<\/th><td[^>]*>75 %</);
  expect(table).toMatch(/Survey: 49 % \(10 %\)<\/th><td[^>]*>49 %</);
});

test("a curve's own mark and a comparison differ in shape, not only in colour", async () => {
  const legend = (await render(curve)).split('class="legend"')[1] ?? "";
  expect(legend).toMatch(/<circle[^>]*><\/circle><\/svg>First: 50 %/);
  expect(legend).toMatch(/<path[^>]*><\/path><\/svg>Survey: 49 %/);
});

const portfolio = {
  title: "Portfolio",
  description: "Two accounts.",
  x: { label: "Strength", min: 0, max: 10 },
  y: { label: "Attractiveness", min: 0, max: 10 },
  points: [
    { id: "a", name: "Timber", x: 2, y: 8, size: 100, group: 0 },
    { id: "b", name: "Builders", x: 7, y: 3, size: 400, group: 1 },
  ],
  groups: ["Gold", "Silver"],
  quadrants: {
    topLeft: "Selective",
    topRight: "Invest",
    bottomLeft: "Withdraw",
    bottomRight: "Maintain",
  },
  number: String,
  labels: {
    table: "As a table",
    name: "Account",
    size: "Sales",
    group: "Tier",
  },
};

test("a bubble chart that only shows is one picture, with names on its fields and bubbles", async () => {
  const html = await render(<BubbleChart {...portfolio} />);
  expect(html).toContain('role="img"');
  expect(html).not.toContain('tabindex="0"><circle');
  for (const text of [
    "Selective",
    "Invest",
    "Withdraw",
    "Maintain",
    "Timber",
    "Builders",
  ])
    expect(html).toContain(`>${text}</text>`);
});

test("a bubble chart's table holds place, both values, size and group", async () => {
  const html = await render(<BubbleChart {...portfolio} />);
  expect(html).toMatch(
    /<td data-align="end">2<\/td><th scope="row">Builders<\/th><td data-align="end">7<\/td><td data-align="end">3<\/td><td data-align="end">400<\/td><td>Silver<\/td>/,
  );
});

test("the larger bubble is drawn first, so that none lies under another", async () => {
  const html = await render(<BubbleChart {...portfolio} />);
  const radii = [
    ...html.matchAll(/chart-bubble series-fill[^>]* r="([\d.]+)"/g),
  ].map((match) => Number(match[1]));
  expect(radii).toEqual([...radii].sort((a, b) => b - a));
});

test("bubbles that can be moved take the focus, say where they are and how to move them", async () => {
  const html = await render(
    <BubbleChart
      {...portfolio}
      move={{
        onMove: () => {},
        step: 0.1,
        instruction: "Arrow keys move it",
        at: (name, { x, y }) => `${name}: ${x}, ${y}`,
        setDown: (name) => `${name} set down`,
        putBack: (name) => `${name} put back`,
      }}
    />,
  );
  expect(html).not.toContain('role="img" aria-labelledby');
  const point = tagWith(html, 'aria-label="Timber: 2, 8"');
  expect(attribute(point, "tabindex")).toBe("0");
  expect(textOf(html, attribute(point, "aria-describedby") ?? "")).toBe(
    "Arrow keys move it",
  );
});

test("labels never lie on each other nor outside the frame", () => {
  const frame = { x: 0, y: 0, width: 400, height: 300 };
  const point = fc.record({
    x: fc.double({ min: 0, max: 400, noNaN: true }),
    y: fc.double({ min: 0, max: 300, noNaN: true }),
    radius: fc.double({ min: 4, max: 30, noNaN: true }),
    width: fc.double({ min: 10, max: 160, noNaN: true }),
    height: fc.constant(16),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const boxes = placeLabels(points, frame).flatMap((middle, index) => {
        const { width, height } = points[index] ?? { width: 0, height: 0 };
        return middle
          ? [
              {
                left: middle.x - width / 2,
                right: middle.x + width / 2,
                top: middle.y - height / 2,
                bottom: middle.y + height / 2,
              },
            ]
          : [];
      });
      const slack = 1e-6;
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(-slack);
        expect(box.right).toBeLessThanOrEqual(400 + slack);
        expect(box.top).toBeGreaterThanOrEqual(-slack);
        expect(box.bottom).toBeLessThanOrEqual(300 + slack);
      }
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          expect(
            a.left < b.right - slack &&
              b.left < a.right - slack &&
              a.top < b.bottom - slack &&
              b.top < a.bottom - slack,
          ).toBe(false);
    }),
  );
});

test("a label that finds no free place is left to the caller", () => {
  const crowded = { x: 50, y: 50, radius: 5, width: 90, height: 16 };
  expect(placeLabels([crowded], { x: 0, y: 0, width: 60, height: 60 })).toEqual(
    [null],
  );
});

test("a bar's length is its share of the longest, and what isn't known has no bar", async () => {
  const html = await render(
    <BarList
      label="Revenue"
      bars={[
        { id: "a", label: "Timber", value: 200, text: "200 €" },
        { id: "b", label: "Builders", value: 50, text: "50 €" },
        { id: "c", label: "Paper", value: null, text: "no data" },
      ]}
    />,
  );
  const lengths = [
    ...html.matchAll(/<rect class="series-fill-1" width="([^"]+)"/g),
  ].map((match) => match[1]);
  expect(lengths).toEqual(["100%", "25%"]);
  expect(html).toContain("no data");
});

test("bars of nothing but zeros have no length", async () => {
  const html = await render(
    <BarList
      label="Revenue"
      bars={[{ id: "a", label: "Timber", value: 0, text: "0 €" }]}
    />,
  );
  expect(html).toContain('class="series-fill-1" width="0%"');
});

test("each cell of a heat map says its value, and in words what stripes and frame mean", async () => {
  const html = await render(
    <HeatTable
      caption="Skills"
      corner="Person"
      columns={[
        { id: "selling", heading: "Selling" },
        { id: "talks", heading: "Talks" },
      ]}
      rows={[
        {
          id: "kadri",
          heading: "Kadri",
          cells: [
            {
              text: "3",
              level: 3,
              hatched: true,
              meaning: "self-declared",
              to: "/team/kadri",
            },
            { text: "–", level: "none", flagged: true, meaning: "no evidence" },
          ],
        },
      ]}
      legend={[{ id: "own", level: 3, hatched: true, label: "Self-declared" }]}
      legendLabel="Key"
    />,
  );
  expect(html).toContain('<td class="heat-3 heat-hatched">');
  expect(html).toContain('<td class="heat-none heat-flag">');
  expect(html).toContain('<span class="sr-only"> (self-declared)</span>');
  expect(tagWith(html, "/team/kadri")).toMatch(/^<a /);
  expect(html).toContain('<th scope="row">Kadri</th>');
});

test("a shift between two rounds shows both means and the table adds the spread", async () => {
  const html = await render(
    <LineShift
      title="Weights"
      min={0}
      max={50}
      number={String}
      items={[
        {
          id: "growth",
          name: "Growth",
          first: { mean: 20, deviation: 9 },
          second: { mean: 30, deviation: 5 },
        },
      ]}
      labels={{
        item: "Criterion",
        first: "Round 1",
        second: "Round 2",
        spread: "Spread",
        table: "As a table",
      }}
    />,
  );
  expect(html).toMatch(
    /<line class="chart-line series-line-1" x1="40.00%" x2="60.00%"/,
  );
  expect(html).toMatch(/shift-spread" x="50.00%" width="20.00%"/);
  expect(html).toContain("20 ± 9");
  expect(html).toContain("30 ± 5");
});

test("a sparkline leaves a gap where nothing is known, and draws a flat line for equal values", async () => {
  const gap = await render(
    <Sparkline values={[1, 2, null, 3, 4]} label="1 to 4" />,
  );
  expect(tagWith(gap, 'role="img"')).toContain('aria-label="1 to 4"');
  expect(attribute(tagWith(gap, "<path"), "d")?.match(/M/g)).toHaveLength(2);
  const flat = await render(<Sparkline values={[5, 5]} label="5" />);
  expect(flat).not.toContain("NaN");
  const none = await render(
    <Sparkline values={[null, null]} label="no data" />,
  );
  expect(none).not.toContain("NaN");
  expect(none).not.toContain("<circle");
});
