import fc from "fast-check";
import { expect, test } from "vitest";
import {
  longestName,
  readSales,
  readSalesInSteps,
  salesColumn,
  salesContentKey,
  type KnownNames,
  type SalesColumn,
} from "~/domain/plans/csv-sales";

const known: KnownNames = {
  currency: "EUR",
  accounts: ["Põhja Puit AS", "Nordic Boards"],
  products: ["Liimpuit"],
  units: ["Saematerjal", "Pakendid"],
};
const header = ["Klient", "Toode", "Äriüksus", "Kuu", "Käive", "Kulu"];

function sale(over: Partial<Record<SalesColumn, string>> = {}): string[] {
  return [
    over.account ?? "Põhja Puit AS",
    over.product ?? "Liimpuit",
    over.unit ?? "Saematerjal",
    over.month ?? "2026-01",
    over.revenue ?? "100,00",
    over.cost ?? "60,00",
  ];
}

function problems(rows: string[][]) {
  return readSales(rows, known).messages.map(
    ({ row, column, problem, value }) => [row, column, problem, value],
  );
}

test("an Estonian file becomes sales lines under the organisation's own names", () => {
  const file = [
    header,
    sale({ account: " põhja  puit as ", unit: "SAEMATERJAL" }),
  ];
  expect(readSales(file, known)).toEqual({
    lines: [
      {
        contentKey: expect.any(String),
        account: "Põhja Puit AS",
        product: "Liimpuit",
        unit: "Saematerjal",
        month: "2026-01",
        currency: "EUR",
        revenue: "100.00",
        cost: "60.00",
        rows: [2],
      },
    ],
    messages: [],
    rowCount: 1,
  });
});

test("an English file needs account, month and revenue only", () => {
  const file = [
    ["Customer", "Date", "Net sales (EUR)"],
    ["Nordic Boards", "31.01.2026", "1,250.50"],
  ];
  expect(readSales(file, known).lines).toMatchObject([
    {
      account: "Nordic Boards",
      product: null,
      unit: null,
      cost: null,
      revenue: "1250.50",
    },
  ]);
});

test.each([
  ["\uFEFFKlient", "account"],
  ["KLIENDI NIMI", "account"],
  ["customer_name", "account"],
  ["Toode", "product"],
  ["Business unit", "unit"],
  ["äriüksus", "unit"],
  ["a\u0308riu\u0308ksus", "unit"],
  ["Kuupäev", "month"],
  ["Käive, €", "revenue"],
  ["Müügitulu EUR", "revenue"],
  ["COGS", "cost"],
  ["Omahind", "cost"],
  ["Valuuta", "currency"],
  ["Märkused", null],
  ["", null],
])("the header %j is the column %s", (written, column) => {
  expect(salesColumn(written)).toBe(column);
});

test("a file without a needed column says which", () => {
  expect(
    problems([
      ["Klient", "Märkused", "Käive"],
      ["A", "b", "1"],
    ]),
  ).toEqual([
    [1, "Märkused", "unknown-column", "Märkused"],
    [1, "month", "missing-column", ""],
  ]);
});

test("a column that stands twice is refused, since one of them would be lost", () => {
  expect(problems([["Klient", "Kuu", "Käive", "Müük"]])).toEqual([
    [1, "Müük", "column-twice", "Müük"],
  ]);
});

test.each([[[]], [[[]]], [[["", " "]]]])("%j has no header", (rows) => {
  expect(problems(rows)).toEqual([[1, null, "no-header", ""]]);
});

test.each<[string, Partial<Record<SalesColumn, string>>, unknown[]]>([
  ["no account", { account: " " }, [2, "Klient", "empty", ""]],
  [
    "a name beyond 200 characters",
    { account: "x".repeat(longestName + 1) },
    [2, "Klient", "too-long", "x".repeat(80)],
  ],
  [
    "a NUL in a name",
    { product: "a\u0000b" },
    [2, "Toode", "bad-character", "a\u0000b"],
  ],
  ["no month", { month: "" }, [2, "Kuu", "empty", ""]],
  [
    "a month in words",
    { month: "jaanuar" },
    [2, "Kuu", "not-a-month", "jaanuar"],
  ],
  [
    "a thirteenth month",
    { month: "2026-13" },
    [2, "Kuu", "not-a-month", "2026-13"],
  ],
  [
    "a day that isn't",
    { month: "30.02.2026" },
    [2, "Kuu", "not-a-month", "30.02.2026"],
  ],
  [
    "a year of another century",
    { month: "1826-01" },
    [2, "Kuu", "month-out-of-range", "1826-01"],
  ],
  ["no revenue", { revenue: "" }, [2, "Käive", "empty", ""]],
  [
    "text for revenue",
    { revenue: "palju" },
    [2, "Käive", "not-a-number", "palju"],
  ],
  ["a formula for cost", { cost: "=1+1" }, [2, "Kulu", "not-a-number", "=1+1"]],
  [
    "more than money can be",
    { revenue: "12345678901234567,00" },
    [2, null, "number-too-large", "12345678901234567.00"],
  ],
])(
  "%s is a message at its row and column, and nothing is imported",
  (_, over, message) => {
    const file = [header, sale(over), sale({ month: "2026-02" })];
    expect(problems(file)).toContainEqual(message);
    expect(readSales(file, known).lines).toEqual([]);
  },
);

test("an amount in another currency is refused, never converted", () => {
  const file = [
    ["Klient", "Kuu", "Käive", "Valuuta"],
    ["Nordic Boards", "2026-01", "1,00", "sek"],
    ["Nordic Boards", "2026-01", "1,00", "€"],
    ["Nordic Boards", "2026-01", "1,00", "raha"],
  ];
  expect(problems(file)).toEqual([
    [2, "Valuuta", "other-currency", "SEK"],
    [4, "Valuuta", "not-a-currency", "RAHA"],
  ]);
});

test("an account or product that is new is announced once, and imported", () => {
  const file = [
    header,
    sale({ account: "Uus Klient OÜ" }),
    sale({ account: "UUS klient OÜ", month: "2026-02", product: "Alused" }),
  ];
  expect(problems(file)).toEqual([
    [2, "Klient", "new-account", "Uus Klient OÜ"],
    [3, "Toode", "new-product", "Alused"],
  ]);
  expect(readSales(file, known).lines.map((line) => line.account)).toEqual([
    "Uus Klient OÜ",
    "Uus Klient OÜ",
  ]);
});

test("rows of one account, product, unit and month are one line, credit notes taken off", () => {
  const file = [
    header,
    sale({ revenue: "100,004", cost: "" }),
    sale({ revenue: "0,004", cost: "5" }),
    sale({ revenue: "-30,00", cost: "" }),
  ];
  // Rounded once, after adding up: 70.008 is 70.01, not 70.00.
  expect(readSales(file, known).lines).toMatchObject([
    { revenue: "70.01", cost: "5.00", rows: [2, 3, 4] },
  ]);
});

test("two rows alike in everything both count, with a warning that names the first", () => {
  const file = [header, sale(), sale({ month: "2026-02" }), sale()];
  expect(problems(file)).toEqual([[4, null, "duplicate-row", "2"]]);
  expect(readSales(file, known).lines[0]?.revenue).toBe("200.00");
});

test("blank rows are passed over and row numbers stay those of the file", () => {
  const file = [header, ["", " ", ""], sale({ month: "x" }), []];
  expect(problems(file)).toEqual([[3, "Kuu", "not-a-month", "x"]]);
  expect(readSales(file, known).rowCount).toBe(1);
});

test("without any hint in the column 1,234 is read as 1.234, and the first one is pointed out", () => {
  const file = [header, sale({ revenue: "1,234" }), sale({ revenue: "2,345" })];
  expect(problems(file)).toEqual([[2, "Käive", "ambiguous-number", "1,234"]]);
  expect(readSales(file, known).lines[0]?.revenue).toBe("3.58");
});

test("another number of the column tells what 1,234 means", () => {
  const file = [header, sale({ revenue: "1,234" }), sale({ revenue: "10.50" })];
  expect(problems(file)).toEqual([]);
  expect(readSales(file, known).lines[0]?.revenue).toBe("1244.50");
});

test("a file of more than 100 000 rows is refused as a whole", () => {
  const row = sale();
  const file = [header, ...Array.from({ length: 100_001 }, () => row)];
  expect(problems(file)).toEqual([[100_002, null, "too-many-rows", "100001"]]);
});

test("the same sales written another way have the same content keys and amounts", () => {
  const one = readSales(
    [header, sale({ month: "2026-01", revenue: "1 234,50" })],
    known,
  );
  const other = readSales(
    [
      ["revenue", "unit", "product", "customer", "month"],
      ["1234.5", "saematerjal", "LIIMPUIT", "põhja puit as", "31.01.2026"],
    ],
    known,
  );
  expect(other.lines[0]?.contentKey).toBe(one.lines[0]?.contentKey);
  expect(other.lines[0]?.revenue).toBe(one.lines[0]?.revenue);
});

test("whatever the cells hold, reading answers with lines or with errors, never both and never a crash", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("1,5", "2026-01", "Nordic Boards", "-", "1.2.3", "€"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }),
      (rows) => {
        const result = readSales([header, ...rows], known);
        const errors = result.messages.filter((m) => m.severity === "error");
        if (errors.length > 0) expect(result.lines).toEqual([]);
        else
          expect(result.lines.flatMap((l) => l.rows)).toHaveLength(
            result.rowCount,
          );
      },
    ),
  );
});

test("a unit that isn't known yet is said once and comes with the sales", () => {
  const file = [
    header,
    sale({ unit: "Mööbel" }),
    sale({ unit: "mööbel", month: "2026-02" }),
  ];
  expect(problems(file)).toEqual([[2, "Äriüksus", "new-unit", "Mööbel"]]);
  expect(readSales(file, known).lines.map(({ unit }) => unit)).toEqual([
    "Mööbel",
    "Mööbel",
  ]);
});

test("reading in steps says how far it is and ends with the same result", () => {
  const file = [
    header,
    ...Array.from({ length: 7 }, (_, index) =>
      sale({ month: `2026-0${index + 1}` }),
    ),
  ];
  const steps = readSalesInSteps(file, known, 3);
  expect(steps.next()).toEqual({ done: false, value: 3 });
  expect(steps.next()).toEqual({ done: false, value: 6 });
  expect(steps.next()).toEqual({ done: true, value: readSales(file, known) });
});

test("a row of no revenue names a customer without sales", () => {
  const file = [header, sale({ account: "Ootel OÜ", revenue: "0", cost: "" })];
  expect(readSales(file, known).lines).toMatchObject([
    { account: "Ootel OÜ", revenue: "0.00", cost: null },
  ]);
});

test("a line's key is that of its account, product, unit, month and currency", () => {
  const [line] = readSales([header, sale()], known).lines;
  expect(line && salesContentKey(line)).toBe(line?.contentKey);
});

test("an exported name that would be a formula comes back as it was", () => {
  const { lines } = readSales([header, sale({ account: "'=1+1" })], known);
  expect(lines[0]?.account).toBe("=1+1");
});
