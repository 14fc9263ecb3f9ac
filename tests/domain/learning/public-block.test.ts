import fc from "fast-check";
import { expect, test } from "vitest";
import { publicBlock, publicQuiz } from "~/domain/learning/public-block";
import { reviewAnswer } from "~/domain/learning/review-answer";
import { multiple, numeric, ordering, single, written } from "./items";

const items = [single(), multiple(), ordering(), numeric()].map(written);

test.each(items)(
  "nothing of $kind that tells right from wrong is public",
  (item) => {
    const sent = JSON.stringify(publicBlock(item, "et", "mari"));
    expect(sent).not.toContain("canary");
    expect(sent).not.toContain("correct");
    expect(sent).not.toContain('order"');
    expect(sent).not.toContain("29.2");
    expect(sent).toContain("prompt of");
  },
);

test("a learner meets an order shuffled the same way each time, and never solved", () => {
  const item = written(ordering());
  fc.assert(
    fc.property(fc.uuid(), (learnerId) => {
      const shown = () => {
        const block = publicBlock(item, "en", learnerId);
        return "options" in block ? block.options.map(({ id }) => id) : [];
      };
      expect(shown()).toEqual(shown());
      expect([...shown()].sort()).toEqual(["a", "b", "c", "d"]);
      expect(shown()).not.toEqual(["b", "c", "d", "a"]);
    }),
  );
});

test("different learners meet different orders, so none of them is the key", () => {
  const item = written(ordering());
  const orders = Array.from({ length: 40 }, (_, learner) =>
    JSON.stringify(publicBlock(item, "et", `learner-${learner}`)),
  );
  expect(new Set(orders).size).toBeGreaterThan(10);
});

test("choices stand in the author's order", () => {
  expect(publicBlock(written(multiple()), "en", "mari")).toMatchObject({
    options: [
      { id: "a", text: "option a" },
      { id: "b", text: "option b" },
      { id: "c", text: "option c" },
      { id: "d", text: "option d" },
    ],
    unit: null,
  });
});

test("the review of an answer says what was right and why, option by option", () => {
  const review = reviewAnswer(written(single()), { options: ["a"] }, "en");
  expect(review).toMatchObject({
    won: 0,
    possible: 2,
    correct: false,
    explanation: "explanation-canary",
    feedback: "verdict-canary no",
    order: null,
    number: null,
  });
  expect(review.options).toEqual([
    { id: "a", chosen: true, right: false, feedback: "feedback-canary on a" },
    { id: "b", chosen: false, right: true, feedback: "feedback-canary on b" },
    { id: "c", chosen: false, right: false, feedback: "feedback-canary on c" },
  ]);
});

test("the review of a number names the value, of an order the right one", () => {
  const counted = reviewAnswer(written(numeric()), { number: "29" }, "et");
  expect(counted).toMatchObject({
    correct: true,
    number: { value: 29.2, tolerance: 0.3 },
    feedback: "verdict-canary yes",
  });
  const ordered = reviewAnswer(written(ordering()), undefined, "et");
  expect(ordered).toMatchObject({ won: 0, order: ["b", "c", "d", "a"] });
});

test("the final test asks an item exactly as a lesson would", () => {
  for (const item of items) {
    expect(publicQuiz(item, "en", "mari")).toEqual(
      publicBlock(item, "en", "mari"),
    );
  }
});
