import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { useRoom } from "./room";
import { RoomTimer } from "./room-timer";

/** In the head: how much of what one wrote is safe, and the time left. */
export function RoomStatus({ serverNow }: { serverNow: number }) {
  return (
    <div className="room-status">
      <RoomTimer serverNow={serverNow} />
      <SafetyBadge />
    </div>
  );
}

export function SafetyBadge() {
  const { t } = useTranslation("workshops");
  const { connection, endedReason, outbox, me } = useRoom();
  if (endedReason === "workshop-closed" || me.removed) return null;
  const refused = outbox.filter(({ state }) => state === "refused").length;
  const waiting = outbox.filter(({ state }) => state === "waiting").length;
  if (connection === "offline" || connection === "ended")
    return (
      <Badge tone="warn" icon="offline">
        {t("room.status.offline")}
      </Badge>
    );
  if (refused > 0)
    return (
      <Badge tone="danger" icon="stop">
        {t("room.status.refused", { count: refused })}
      </Badge>
    );
  if (waiting > 0)
    return (
      <Badge tone="info" icon="refresh">
        {t("room.status.saving")}
      </Badge>
    );
  return connection === "live" ? (
    <Badge tone="success" icon="check">
      {t("room.status.saved")}
    </Badge>
  ) : (
    <Badge icon="refresh">{t("room.status.connecting")}</Badge>
  );
}
