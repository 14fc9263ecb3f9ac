import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lateKind } from "../participant/entries";
import { useRoom } from "../participant/room";
import type { RoomTexts } from "../participant/room-texts";

/** What came when its step was closed: kept here; notes can still be let onto the board. */
export function LateTray({ texts }: { texts: RoomTexts }) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  if (view.late.length === 0) return null;
  return (
    <Card
      title={t("cockpit.late.title", { count: view.late.length })}
      note={t("cockpit.late.note")}
    >
      <ul className="entries">
        {view.late.map(({ id, type, text, stepId, admitted }) => (
          <li key={id} className="entry">
            <p className="entry-kind">
              {t(`room.kind.${lateKind(type)}`)} ·{" "}
              {texts.steps[stepId]?.title ?? stepId}
            </p>
            {text && <p className="entry-text">{text}</p>}
            {admitted ? (
              <Badge tone="success" icon="check">
                {t("cockpit.late.admitted")}
              </Badge>
            ) : (
              type === "add-note" && (
                <Button
                  type="button"
                  onClick={() =>
                    send({
                      type: "admit-late",
                      stepId: null,
                      payload: { lateId: id },
                    })
                  }
                >
                  {t("cockpit.late.admit")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
