import { z } from "zod";

const blockId = z.string().min(1).max(120);
const optionIds = z.array(z.string().min(1).max(60)).max(40).readonly();

const quizAnswer = z.union([
  z.strictObject({ options: optionIds }),
  z.strictObject({ order: optionIds }),
  z.strictObject({ number: z.string().max(40) }),
]);

const longText = z.string().max(4000);

/** Everything that a learner can do in a lesson, one message each, sent as JSON. */
export const lessonMessage = z.discriminatedUnion("intent", [
  /** Half-done work: kept, not judged. */
  z.strictObject({
    intent: z.literal("draft"),
    blockId,
    answer: quizAnswer,
  }),
  z.strictObject({
    intent: z.literal("answer"),
    blockId,
    attemptId: z.uuid(),
    answer: quizAnswer,
  }),
  z.strictObject({ intent: z.literal("retry"), blockId }),
  z.strictObject({ intent: z.literal("reflect"), blockId, text: longText }),
  z.strictObject({
    intent: z.literal("calculate"),
    blockId,
    /** Revenue by the customer's place in the example. */
    revenues: z.array(z.number().min(0).max(1e12)).max(200),
  }),
  z.strictObject({
    intent: z.literal("choose"),
    blockId,
    runId: z.uuid(),
    nodeId: z.string().max(60),
    choiceId: z.string().max(60),
  }),
  z.strictObject({ intent: z.literal("replay"), blockId }),
  z.strictObject({
    intent: z.enum(["save-task", "send-task"]),
    blockId,
    accountId: z.union([z.uuid(), z.null()]),
    ifText: longText,
    thenText: longText,
    evidenceText: longText,
  }),
]);

export type LessonMessage = z.infer<typeof lessonMessage>;

/** The final test: begin, keep an answer, hand in. */
export const testMessage = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("start") }),
  z.strictObject({
    intent: z.literal("keep"),
    itemId: blockId,
    answer: quizAnswer,
  }),
  z.strictObject({ intent: z.literal("submit") }),
]);

export type TestMessage = z.infer<typeof testMessage>;
