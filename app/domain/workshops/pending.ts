import { decide } from "./decide";
import type { ClientCommand, Operation } from "./messages";
import { apply } from "./reduce";
import type { WorkshopView } from "./types";

/**
 * The view as it will be once what waits in the outbox has arrived, so that one's
 * own entry shows at once. What the rules refuse is left out here and stays in
 * the outbox with its reason; the confirmed view itself isn't touched.
 *
 * @param now the browser's estimate of the server's time, milliseconds
 */
export function withPending(
  view: WorkshopView,
  waiting: ReadonlyArray<ClientCommand>,
  now: number,
): WorkshopView {
  const { participantId } = view.viewer;
  if (participantId === null) return view;
  return waiting.reduce((shown, command) => {
    const decided = decide(
      shown,
      command,
      { kind: "person", participantId },
      now,
    );
    if (!decided.ok) return shown;
    const operation: Operation = {
      seq: view.seq,
      opId: command.opId,
      workshopId: command.workshopId,
      stepId: command.stepId,
      actorId: participantId,
      at: now,
      ...decided.value,
    };
    return apply(shown, operation);
  }, view);
}
