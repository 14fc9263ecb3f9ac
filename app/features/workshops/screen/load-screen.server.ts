import { progressOf } from "~/domain/workshops/progress";
import { joinFacts, readView } from "../read-view.server";
import type { Onlooker } from "../seat.server";

/** What the big screen shows, in the language of whoever opened it; no name, no code of a room that is closed. */
export async function loadScreen(
  { tenant, locale }: Pick<Onlooker, "tenant" | "locale">,
  workshopId: string,
) {
  const { row, state, view, texts } = await readView(
    tenant,
    workshopId,
    { kind: "screen" },
    locale,
  );
  const { steps, criteria, stages, tiers } = texts;
  return {
    title: state.title,
    initial: view,
    serverNow: Date.now(),
    progress: progressOf(state),
    texts: {
      criteria,
      stages,
      tiers,
      steps: Object.fromEntries(
        Object.entries(steps).map(([id, { title, purpose, instruction }]) => [
          id,
          { title, purpose, instruction },
        ]),
      ),
    },
    ...joinFacts(row),
  };
}
