import { expect, test } from "vitest";
import { Avatar } from "~/ui/avatar";
import { Actions, Button, ButtonLink, IconButton } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { FileDrop } from "~/ui/file-drop";
import { FormErrors } from "~/ui/form-errors";
import { NumberInput } from "~/ui/number-input";
import { readNumber, writeNumber } from "~/ui/number-text";
import { Points } from "~/ui/points";
import { Reorder } from "~/ui/reorder";
import { Select } from "~/ui/select";
import { Slider } from "~/ui/slider";
import { TextArea } from "~/ui/text-area";
import { TextInput } from "~/ui/text-input";
import { attribute, render, tagWith, textOf } from "./render";

test("a busy button says so, keeps the focus and shows what it is doing", async () => {
  const html = await render(
    <Button kind="primary" busy busyText="Saving…">
      Save
    </Button>,
  );
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('aria-disabled="true"');
  expect(html).not.toMatch(/ disabled/);
  expect(html).toContain("Saving…");
  expect(html).not.toContain(">Save<");
});

test("a link that looks like a button is a link", async () => {
  const html = await render(
    <Actions>
      <ButtonLink to="/plans/7" icon="plan">
        Open
      </ButtonLink>
    </Actions>,
  );
  expect(tagWith(html, "/plans/7")).toMatch(/^<a /);
});

test("a button without text has a name, and its picture is hidden", async () => {
  const html = await render(<IconButton icon="bin" label="Remove the note" />);
  expect(tagWith(html, "Remove the note")).toContain(
    'aria-label="Remove the note"',
  );
  expect(tagWith(html, "<svg")).toContain('aria-hidden="true"');
});

test("a field's label, hint and error all hang on its control", async () => {
  const html = await render(
    <TextInput
      label="E-mail"
      name="email"
      type="email"
      hint="Your address at work"
      error="Enter an e-mail address"
      required
    />,
  );
  const input = tagWith(html, 'name="email"');
  const id = attribute(input, "id");
  expect(html).toContain(`for="${id}"`);
  expect(input).toContain('aria-invalid="true"');
  const [hintId, errorId] = (attribute(input, "aria-describedby") ?? "").split(
    " ",
  );
  expect(textOf(html, hintId ?? "")).toBe("Your address at work");
  expect(textOf(html, errorId ?? "")).toBe("Enter an e-mail address");
});

test("a required field is announced by the page, not checked by the browser in its own language", async () => {
  const html = await render(<TextInput label="Name" name="name" required />);
  const input = tagWith(html, 'name="name"');
  expect(input).toContain('aria-required="true"');
  expect(input).not.toMatch(/\srequired/);
});

test("a field without an error is not invalid, and points at nothing", async () => {
  const html = await render(
    <TextInput label="Name" name="name" error="" hint={undefined} />,
  );
  const input = tagWith(html, 'name="name"');
  expect(input).not.toContain("aria-invalid");
  expect(input).not.toContain("aria-describedby");
});

test("a long text says how many characters are left, aloud only when it gets tight", async () => {
  const roomy = await render(
    <TextArea
      label="Why"
      name="why"
      maxLength={280}
      counter={(left) => `${left} left`}
      defaultValue="Growth"
    />,
  );
  expect(roomy).toContain("274 left");
  expect(roomy).toContain('<output class="sr-only"></output>');

  const tight = await render(
    <TextArea
      label="Why"
      name="why"
      maxLength={10}
      counter={(left) => `${left} left`}
      value="Growth ab"
      readOnly
    />,
  );
  expect(tight).toContain('<output class="sr-only">1 left</output>');
});

test("a choice list offers its empty choice first", async () => {
  const html = await render(
    <Select
      label="Unit"
      name="unit"
      placeholder="Choose"
      options={[
        { value: "wood", label: "Wood" },
        { value: "none", label: "None", disabled: true },
      ]}
    />,
  );
  expect(html.indexOf("Choose")).toBeLessThan(html.indexOf("Wood"));
  expect(tagWith(html, 'value="none"')).toContain("disabled");
});

test("a checkbox is named by its label alone; the hint describes it", async () => {
  const html = await render(
    <Checkbox name="anonymous" label="Anonymously" hint="Nobody sees a name" />,
  );
  const input = tagWith(html, 'name="anonymous"');
  expect(textOf(html, attribute(input, "aria-labelledby") ?? "")).toBe(
    "Anonymously",
  );
  expect(textOf(html, attribute(input, "aria-describedby") ?? "")).toBe(
    "Nobody sees a name",
  );
});

test("radio buttons are a fieldset with a legend, each named by its own label", async () => {
  const html = await render(
    <RadioGroup
      legend="How do they see us?"
      name="view"
      defaultValue="partner"
      error="Choose one"
      choices={[
        { value: "supplier", label: "Supplier", hint: "Price decides" },
        { value: "partner", label: "Partner" },
      ]}
    />,
  );
  expect(html).toMatch(/<legend[^>]*>How do they see us\?/);
  const supplier = tagWith(html, 'value="supplier"');
  expect(textOf(html, attribute(supplier, "aria-labelledby") ?? "")).toBe(
    "Supplier",
  );
  expect(textOf(html, attribute(supplier, "aria-describedby") ?? "")).toBe(
    "Price decides",
  );
  expect(tagWith(html, 'value="partner"')).toContain("checked");
  const group = tagWith(html, "<fieldset");
  expect(textOf(html, attribute(group, "aria-describedby") ?? "")).toBe(
    "Choose one",
  );
});

test("a number stands in the control as its language writes it", async () => {
  const estonian = await render(
    <NumberInput
      label="Käive"
      name="revenue"
      locale="et-EE"
      value={1234.5}
      unit="€"
    />,
  );
  expect(tagWith(estonian, 'name="revenue"')).toContain('value="1234,5"');
  const english = await render(
    <NumberInput
      label="Revenue"
      name="revenue"
      locale="en-GB"
      defaultValue={1234.5}
    />,
  );
  expect(tagWith(english, 'name="revenue"')).toContain('value="1234.5"');
});

test.each([
  ["1 234,56", "et-EE", 1234.56],
  ["1234.56", "et-EE", 1234.56],
  ["1.234,56", "et-EE", 1234.56],
  ["1,234", "et-EE", 1.234],
  ["1,234", "en-GB", 1234],
  ["1,234.5", "en-GB", 1234.5],
  ["12,5", "en-GB", 12.5],
  ["1,234,567", "en-GB", 1234567],
  ["−3", "et-EE", -3],
  ["1\u00a0000\u00a0000", "et-EE", 1_000_000],
  ["", "et-EE", null],
  ["   ", "en-GB", null],
  ["12 €", "et-EE", undefined],
  ["1,2,3", "et-EE", undefined],
  ["abc", "en-GB", undefined],
  ["5,", "et-EE", 5],
  ["1,2.3.4", "en-GB", undefined],
  ["-", "et-EE", undefined],
] as const)("%j typed in %s means %j", (text, locale, expected) => {
  expect(readNumber(text, locale)).toBe(expected);
});

test.each(["et-EE", "en-GB"] as const)(
  "a number written for %s reads back the same",
  (locale) => {
    for (const value of [0, -1, 0.1, 1234.5678, 1_000_000, -0.25])
      expect(readNumber(writeNumber(value, locale), locale)).toBe(value);
    expect(writeNumber(null, locale)).toBe("");
  },
);

test("points are a spin button between two named buttons, which stop at the ends without losing the focus", async () => {
  const html = await render(
    <Points
      label="Growth"
      value={0}
      max={100}
      step={5}
      onChange={() => {}}
      labels={{ less: "Less: growth", more: "More: growth" }}
    />,
  );
  const input = tagWith(html, 'role="spinbutton"');
  expect(attribute(input, "aria-valuenow")).toBe("0");
  expect(attribute(input, "aria-valuemax")).toBe("100");
  const less = tagWith(html, "Less: growth");
  expect(less).toContain('aria-disabled="true"');
  expect(less).not.toMatch(/\sdisabled/);
  expect(tagWith(html, "More: growth")).not.toContain("aria-disabled");
});

test("a slider says its value in words", async () => {
  const html = await render(
    <Slider
      label="Confidence"
      value={7}
      min={1}
      max={10}
      valueText="7 of 10"
      onChange={() => {}}
    />,
  );
  expect(tagWith(html, 'type="range"')).toContain('aria-valuetext="7 of 10"');
});

test("a file can be chosen with the browser's own control", async () => {
  const html = await render(
    <FileDrop label="Sales" name="sales" accept=".csv" prompt="Drop a file" />,
  );
  const input = tagWith(html, 'type="file"');
  expect(attribute(input, "accept")).toBe(".csv");
  expect(html).toContain(`for="${attribute(input, "id")}"`);
});

test("the error summary is an alert whose lines lead to the fields, and nothing when all is well", async () => {
  const html = await render(
    <FormErrors
      title="Two things"
      errors={[
        { fieldId: "email", message: "Enter an e-mail address" },
        { message: "Try again later" },
      ]}
    />,
  );
  expect(tagWith(html, 'role="alert"')).toContain('tabindex="-1"');
  expect(html).toContain('<a href="#email">Enter an e-mail address</a>');
  expect(html).toContain("<li>Try again later</li>");
  expect(await render(<FormErrors title="None" errors={[]} />)).toBe("");
});

test("every item of an order has a button up and a button down that say what they move", async () => {
  const html = await render(
    <Reorder
      label="Criteria"
      items={[
        { id: "a", name: "Growth" },
        { id: "b", name: "Fit" },
      ]}
      onChange={() => {}}
      labels={{
        up: (name) => `Up: ${name}`,
        down: (name) => `Down: ${name}`,
        moved: (name, place, total) => `${name} ${place}/${total}`,
      }}
    />,
  );
  expect(tagWith(html, "<ol")).toContain('aria-label="Criteria"');
  expect(tagWith(html, "Up: Growth")).toContain('aria-disabled="true"');
  expect(tagWith(html, "Up: Fit")).not.toContain("aria-disabled");
  expect(tagWith(html, "Down: Fit")).toContain('aria-disabled="true"');
  expect(html).toContain("<output");
});

test("an order that may not be changed offers no buttons", async () => {
  const html = await render(
    <Reorder
      label="Criteria"
      items={[{ id: "a", name: "Growth" }]}
      labels={{ up: String, down: String, moved: String }}
    />,
  );
  expect(html).not.toContain("<button");
});

test.each([
  ["Kadri Õun", "KÕ"],
  ["Mari Liis Tamm", "MT"],
  ["ülo", "Ü"],
  ["  ", ""],
  ["🦊 Rebane", "🦊R"],
])("the initials of %j are %j", async (name, letters) => {
  expect(await render(<Avatar name={name} />)).toContain(`>${letters}</span>`);
});

test("an avatar beside the name it stands for says nothing", async () => {
  const html = await render(<Avatar name="Kadri Õun" decorative />);
  expect(html).toContain('aria-hidden="true"');
  expect(html).not.toContain("aria-label");
});
