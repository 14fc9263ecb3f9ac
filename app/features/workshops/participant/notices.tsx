import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { useRoom } from "./room";

/** Above the task: the line is down, the room is paused. */
export function Notices() {
  const { t } = useTranslation("workshops");
  const { connection, endedReason, view, outbox } = useRoom();
  const waiting = outbox.filter(({ state }) => state === "waiting").length;
  const slow = useLasting(connection === "connecting", 2_000);
  const stuck = useLasting(waiting > 0, 2_900);
  const away = connection === "offline" || slow || stuck;
  return (
    <div className="room-notices">
      {connection === "ended" && endedReason !== "workshop-closed" ? (
        <Banner
          tone="warn"
          live
          title={t("room.ended.title")}
          action={
            <Button type="button" onClick={() => location.reload()}>
              {t("room.ended.reload")}
            </Button>
          }
        >
          <p>
            {t(
              endedReason === "replaced"
                ? "room.ended.replaced"
                : "room.ended.text",
            )}
          </p>
        </Banner>
      ) : (
        away && (
          <Banner tone="warn" live title={t("room.offline.title")}>
            <p>
              {waiting > 0
                ? t("room.offline.waiting", { count: waiting })
                : t("room.offline.nothingWaits")}
            </p>
          </Banner>
        )
      )}
      {view.locked && view.status === "running" && (
        <Banner live title={t("room.locked.title")}>
          <p>{t("room.locked.text")}</p>
        </Banner>
      )}
    </div>
  );
}

/** Whether something has been so for a while: a flicker is no news. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [now, ms]);
  return lasting;
}
