import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { QrCode } from "~/ui/qr-code";
import { useRoom } from "../participant/room";
import { LobbyButton } from "./desk-bar";

type Props = {
  joinCode: string;
  joinUrl: string;
  qr: { size: number; path: string };
};

/** How one gets in: code, link and picture; and whether the door is open. */
export function JoinPanel({ joinCode, joinUrl, qr }: Props) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const open = view.lobbyOpen && !view.locked;
  return (
    <div className="stack">
      <p>
        <Badge tone={open ? "success" : "warn"} icon={open ? "unlock" : "lock"}>
          {t(
            view.locked
              ? "cockpit.join.locked"
              : open
                ? "cockpit.join.open"
                : "cockpit.join.closed",
          )}
        </Badge>
      </p>
      <p className="code-big">{joinCode}</p>
      <p>
        <a className="link" href={joinUrl}>
          {joinUrl}
        </a>
      </p>
      <QrCode {...qr} label={t("screen.qr")} />
      {view.status !== "closed" && (
        <div className="actions">
          <LobbyButton />
        </div>
      )}
    </div>
  );
}
