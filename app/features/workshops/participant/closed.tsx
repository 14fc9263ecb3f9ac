import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { DefinitionAndTiers } from "./definition-and-tiers";
import { useRoom } from "./room";

/** After the end: what the room leaves with. */
export function Closed() {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const { date } = useFormats();
  const adopted = view.decisions.filter(({ status }) => status === "adopted");
  return (
    <div className="stack-lg">
      <p>{t("room.closed.text")}</p>
      {adopted.length > 0 && (
        <section className="stack">
          <h2>{t("room.decisions.label")}</h2>
          <ul className="room-entries">
            {adopted.map(({ id, text }) => (
              <li key={id} className="room-entry">
                <p className="room-entry-text">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.actions.length > 0 && (
        <section className="stack">
          <h2>{t("room.actions.label")}</h2>
          <ul className="room-entries">
            {view.actions.map(({ id, text, ownerName, dueOn }) => (
              <li key={id} className="room-entry">
                <p className="room-entry-text">{text}</p>
                <p className="room-line-note">
                  {ownerName} · {date(dueOn)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DefinitionAndTiers />
    </div>
  );
}
