import { useTranslation } from "react-i18next";
import type { StepProgress } from "~/domain/workshops/progress";
import type { WorkshopView } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { QrCode } from "~/ui/qr-code";
import { ScreenShell } from "~/ui/screen-shell";
import type { RoomTexts } from "../participant/room-texts";
import { TimeLeft } from "../participant/room-timer";
import { useLiveWorkshop } from "../use-live-workshop";
import { ScreenResults } from "./screen-results";

type Props = {
  initial: WorkshopView;
  texts: RoomTexts;
  serverNow: number;
  progress: StepProgress;
  joinCode: string;
  joinUrl: string;
  qr: { size: number; path: string };
};

/** For the projector: the room's way in, the task, the time, and what was revealed. It never sends anything. */
export function BigScreen(props: Props) {
  const { initial, texts, serverNow } = props;
  const { t } = useTranslation("workshops");
  const live = useLiveWorkshop(initial, serverNow, { asScreen: true });
  const { view } = live;
  const progress = live.progress ?? props.progress;
  const step =
    view.status === "running"
      ? view.steps.find(({ id }) => id === view.currentStepId)
      : undefined;
  const stepTexts = step && texts.steps[step.id];
  const takesPeople =
    (view.status === "open" || view.status === "running") &&
    view.lobbyOpen &&
    !view.locked;
  return (
    <ScreenShell
      title={stepTexts?.title ?? view.title}
      lead={
        step
          ? `${t("room.stepOf", {
              number: view.steps.indexOf(step) + 1,
              total: view.steps.length,
            })} · ${t(`room.phase.${step.phase}`)}`
          : t(`screen.status.${view.status}`)
      }
      status={
        <div className="desk-tools">
          {live.connection === "offline" && (
            <Badge tone="warn" icon="offline">
              {t("room.status.offline")}
            </Badge>
          )}
          {view.locked && step && (
            <Badge tone="warn" icon="lock">
              {t("room.locked.title")}
            </Badge>
          )}
          <TimeLeft
            view={view}
            serverNow={serverNow}
            clockOffsetMs={live.clockOffsetMs}
          />
        </div>
      }
      footer={
        step && (
          <>
            <p>
              {t("screen.done", {
                done: progress.done,
                count: progress.people,
              })}
            </p>
            {takesPeople && (
              <p>
                {t("screen.joinAt", {
                  address: address(props.joinUrl),
                })}{" "}
                <strong>{props.joinCode}</strong>
              </p>
            )}
          </>
        )
      }
    >
      {step ? (
        <div className="stack-lg">
          <ScreenResults view={view} step={step} texts={texts} />
        </div>
      ) : view.status === "closed" ? (
        <p className="screen-instruction">{t("screen.thanks")}</p>
      ) : (
        <Lobby
          {...props}
          people={progress.people}
          takesPeople={takesPeople && view.status === "open"}
        />
      )}
    </ScreenShell>
  );
}

function Lobby({
  joinCode,
  joinUrl,
  qr,
  people,
  takesPeople,
}: Props & { people: number; takesPeople: boolean }) {
  const { t } = useTranslation("workshops");
  if (!takesPeople)
    return <p className="screen-instruction">{t("screen.soon")}</p>;
  return (
    <div className="screen-join">
      <QrCode {...qr} label={t("screen.qr")} />
      <div className="stack">
        <p className="screen-instruction">
          {t("screen.joinAt", { address: address(joinUrl) })}
        </p>
        <p className="code-big">{joinCode}</p>
        <p className="screen-count">{t("screen.people", { count: people })}</p>
      </div>
    </div>
  );
}

/** What one types into a phone: without the scheme and without the code. */
function address(joinUrl: string): string {
  const { host } = new URL(joinUrl);
  return `${host}/join`;
}
