import type { ClientCommand } from "~/domain/workshops/messages";

/** One thing to do, without the envelope that the outbox adds. */
export type Intention = Pick<ClientCommand, "type" | "payload" | "stepId">;

/**
 * Two changes of one kind as one: cells scored in quick succession travel together. What was written
 * last counts for a cell.
 *
 * @returns null for what doesn't go together.
 */
export function mergeIntentions(
  before: Intention,
  after: Intention,
): Intention | null {
  if (before.type !== after.type || before.stepId !== after.stepId) return null;
  if (before.type === "set-scores" && after.type === "set-scores") {
    const [first, second] = [before, after].map(
      ({ payload }) => payload as PayloadOf<"set-scores">,
    ) as [PayloadOf<"set-scores">, PayloadOf<"set-scores">];
    if (first.round !== second.round) return null;
    const scores = lastOfEach(
      [...first.scores, ...second.scores],
      ({ accountId, criterionId }) => `${accountId}/${criterionId}`,
    );
    return { ...after, payload: { round: second.round, scores } };
  }
  if (before.type === "propose-stages" && after.type === "propose-stages") {
    const proposed = [before, after].flatMap(
      ({ payload }) => (payload as PayloadOf<"propose-stages">).stages,
    );
    const stages = lastOfEach(proposed, ({ accountId }) => accountId);
    return { ...after, payload: { stages } };
  }
  return before.type === "nominate" ? after : null;
}

type PayloadOf<T extends ClientCommand["type"]> = Extract<
  ClientCommand,
  { type: T }
>["payload"];

function lastOfEach<T>(all: ReadonlyArray<T>, keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
