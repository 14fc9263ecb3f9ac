import { useState } from "react";
import { useTranslation } from "react-i18next";
import { agendaOf, proposeCut } from "~/domain/workshops/agenda";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { Steps } from "~/ui/steps";
import { useRoom } from "../participant/room";
import type { RoomTexts } from "../participant/room-texts";
import { useServerNow } from "../participant/room-timer";

type Props = { serverNow: number; texts: RoomTexts };

const minutesOf = (ms: number) => Math.round(ms / 60_000);

/** The agenda as it runs: planned and spent minutes, ahead or behind, and where minutes could come from. */
export function AgendaPanel({ serverNow, texts }: Props) {
  const { t } = useTranslation("workshops");
  const { time } = useFormats();
  const { view, send, clockOffsetMs } = useRoom();
  const now = useServerNow(serverNow, clockOffsetMs);
  const agenda = agendaOf(view, now);
  const behind = minutesOf(agenda.behindMs);
  const titleOf = (stepId: string) => texts.steps[stepId]?.title ?? stepId;
  return (
    <div className="stack">
      {view.startedAt !== null && view.status !== "closed" && (
        <p>
          <Badge tone={behind > 0 ? "warn" : "success"} icon="clock">
            {behind > 0
              ? t("cockpit.agenda.behind", { count: behind })
              : behind < 0
                ? t("cockpit.agenda.ahead", { count: -behind })
                : t("cockpit.agenda.onTime")}
          </Badge>{" "}
          {agenda.endsAt !== null &&
            t("cockpit.agenda.ends", { time: time(new Date(agenda.endsAt)) })}
        </p>
      )}
      <Steps
        label={t("cockpit.agenda.title")}
        stateLabels={{
          done: t("cockpit.agenda.over"),
          current: t("cockpit.agenda.current"),
          coming: t("cockpit.agenda.coming"),
          locked: t("cockpit.agenda.coming"),
        }}
        steps={agenda.lines.map((line) => ({
          id: line.stepId,
          title:
            view.status === "running" && line.state !== "current" ? (
              <button
                type="button"
                onClick={() =>
                  send({
                    type: "go-to-step",
                    stepId: null,
                    payload: { stepId: line.stepId },
                  })
                }
              >
                {titleOf(line.stepId)}
              </button>
            ) : (
              titleOf(line.stepId)
            ),
          state:
            line.state === "over"
              ? "done"
              : line.state === "current"
                ? "current"
                : "coming",
          note: t("cockpit.agenda.minutes", {
            count: minutesOf(line.plannedMs),
            spent: minutesOf(line.spentMs),
          }),
        }))}
      />
      {view.status === "running" && <Cut texts={texts} />}
    </div>
  );
}

function Cut({ texts }: { texts: RoomTexts }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const [wanted, setWanted] = useState(15);
  const [shown, setShown] = useState(false);
  const proposal = proposeCut(view, wanted);
  return (
    <div className="stack">
      <div className="field-row">
        <Select
          label={t("cockpit.agenda.cutLabel")}
          value={String(wanted)}
          onChange={({ target }) => setWanted(Number(target.value))}
          options={[5, 10, 15, 20, 30].map((minutes) => ({
            value: String(minutes),
            label: t("new.minutes", { count: minutes }),
          }))}
        />
        <Button type="button" onClick={() => setShown(true)}>
          {t("cockpit.agenda.cut")}
        </Button>
      </div>
      <div role="status">
        {shown &&
          (proposal.length === 0 ? (
            <p>{t("cockpit.agenda.cutNothing")}</p>
          ) : (
            <ul className="stack">
              {proposal.map(({ stepId, minutes }) => (
                <li key={stepId}>
                  {texts.steps[stepId]?.title ?? stepId}: −
                  {t("new.minutes", { count: minutes })}
                </li>
              ))}
            </ul>
          ))}
      </div>
    </div>
  );
}
