import { useTranslation } from "react-i18next";
import type { ClientCommand } from "~/domain/workshops/messages";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import type { OutboxEntry } from "../outbox";
import { useRefusals } from "../refusals";
import { useRoom } from "./room";

/** The two that an entry shows once it is on the page; refused ones stand in their own list. */
type EntryState = "saved" | "waiting";

export function EntryMark({ state }: { state: EntryState }) {
  const { t } = useTranslation("workshops");
  return (
    <span className="room-entry-mark" data-state={state}>
      <Icon name={state === "saved" ? "check" : "clock"} />
      {t(`room.entry.${state}`)}
    </span>
  );
}

/** Whether something that the person sees is still on its way. */
export function useEntryState(): (
  concerns: (command: ClientCommand) => boolean,
) => EntryState {
  const { outbox } = useRoom();
  return (concerns) =>
    outbox.some(
      ({ state, command }) => state === "waiting" && concerns(command),
    )
      ? "waiting"
      : "saved";
}

type Type = ClientCommand["type"];

/** What was refused, with the reason and what was written; nothing is thrown away unread. */
export function RefusedEntries({
  types,
  except,
}: {
  types?: ReadonlyArray<Type>;
  except?: ReadonlyArray<Type>;
}) {
  const { t } = useTranslation("workshops");
  const { outbox } = useRoom();
  const refused = outbox.filter(
    ({ state, command: { type } }) =>
      state === "refused" &&
      (types?.includes(type) ?? true) &&
      !except?.includes(type),
  );
  if (refused.length === 0) return null;
  return (
    <ul className="room-entries" aria-label={t("room.refused.label")}>
      {refused.map((entry) => (
        <RefusedEntry key={entry.command.opId} entry={entry} />
      ))}
    </ul>
  );
}

function RefusedEntry({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation("workshops");
  const { send, dismiss } = useRoom();
  const refusal = useRefusals();
  const { type, payload, stepId, opId } = entry.command;
  const text = "text" in payload ? payload.text : null;
  const again = () => {
    dismiss(opId);
    send({ type, payload, stepId } as ClientCommand);
  };
  return (
    <li className="room-entry room-entry-refused">
      <p className="room-entry-kind">
        <Icon name="stop" />
        {t("room.refused.title", { what: t(`room.kind.${lateKind(type)}`) })}
      </p>
      {text && <p className="room-entry-text">{text}</p>}
      <p role="alert">{refusal(entry.reason ?? "malformed")}</p>
      <div className="actions">
        <Button type="button" onClick={again}>
          {t("room.refused.again")}
        </Button>
        <Button type="button" kind="quiet" onClick={() => dismiss(opId)}>
          {t("room.refused.dismiss")}
        </Button>
      </div>
    </li>
  );
}

export function lateKind(type: Type) {
  switch (type) {
    case "add-note":
    case "edit-note":
    case "withdraw-note":
      return "note";
    case "add-group":
    case "rename-group":
    case "remove-group":
    case "move-note":
      return "grouping";
    case "nominate":
      return "ticks";
    case "allocate-points":
      return "points";
    case "set-scores":
      return "scores";
    case "propose-stages":
      return "stages";
    case "propose-decision":
    case "withdraw-decision":
      return "decision";
    case "vote-decision":
      return "vote";
    case "add-action":
    case "edit-action":
    case "withdraw-action":
      return "action";
    case "put-objective":
    case "withdraw-objective":
      return "objective";
    default:
      return "other";
  }
}

/** One's own that came when its step was over: kept, and the facilitator sees it. */
export function LateEntries() {
  const { t } = useTranslation("workshops");
  const { view, me, texts } = useRoom();
  const own = view.late.filter(({ authorId }) => authorId === me.id);
  if (own.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="late-title">
      <h2 id="late-title">{t("room.late.title")}</h2>
      <p>{t("room.late.text")}</p>
      <ul className="room-entries">
        {own.map(({ id, text, type, stepId, admitted }) => (
          <li key={id} className="room-entry">
            <p className="room-entry-kind">
              {t(`room.kind.${lateKind(type)}`)} ·{" "}
              {texts.steps[stepId]?.title ?? stepId}
            </p>
            {text && <p className="room-entry-text">{text}</p>}
            {admitted && <p>{t("room.late.admitted")}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
