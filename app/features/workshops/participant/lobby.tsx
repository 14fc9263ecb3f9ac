import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/card";
import { useRoom } from "./room";

/** In, and waiting for the facilitator to begin. */
export function Lobby() {
  const { t } = useTranslation("workshops");
  const { view, me } = useRoom();
  const others = view.participants.filter(
    ({ role, removed, id }) =>
      role === "participant" && !removed && id !== me.id,
  ).length;
  return (
    <div className="stack">
      <p>
        {me.name
          ? t("room.lobby.in", { name: me.name })
          : t("room.lobby.inUnnamed")}{" "}
        {me.unit && t("room.lobby.unit", { unit: me.unit })}
      </p>
      <p>{t("room.lobby.wait")}</p>
      {view.mode !== "anonymous" && others > 0 && (
        <p aria-live="polite">{t("room.lobby.others", { count: others })}</p>
      )}
      <Panel title={t(`mode.${view.mode}.title`)}>
        <p>{t(`mode.${view.mode}.text`)}</p>
      </Panel>
    </div>
  );
}
