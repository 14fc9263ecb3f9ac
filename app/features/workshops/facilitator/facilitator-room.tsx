import { Link, useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { revealedRounds } from "~/domain/workshops/phases";
import type { TemplateTexts } from "~/domain/workshops/template";
import type { WorkshopView } from "~/domain/workshops/types";
import { Announcer } from "~/ui/announcer";
import { Badge } from "~/ui/badge";
import { BrandMark } from "~/ui/brand";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { SkipLink } from "~/ui/skip-link";
import { Tabs } from "~/ui/tabs";
import { RefusedEntries } from "../participant/entries";
import { Notices } from "../participant/notices";
import { type Room, RoomContext } from "../participant/room";
import { SafetyBadge } from "../participant/room-status";
import { useLiveWorkshop } from "../use-live-workshop";
import { AgendaPanel } from "./agenda-panel";
import { AgreementsDesk } from "./agreements-desk";
import { DeskBar } from "./desk-bar";
import { JoinPanel } from "./join-panel";
import { LateTray } from "./late-tray";
import { PeoplePanel } from "./people-panel";
import { Script } from "./script";
import { StepDesk } from "./step-desk";

type Props = {
  initial: WorkshopView;
  texts: TemplateTexts;
  /** Of the moment in which `initial` was made. */
  serverNow: number;
  /** As it is read out, in two halves. */
  joinCode: string;
  joinUrl: string;
  qr: { size: number; path: string };
  /** The language switch. */
  language: ReactNode;
};

/** The facilitator's desk: the agenda, the people, the step's script and what came of it, on one page. */
export function FacilitatorRoom({
  initial,
  texts,
  serverNow,
  language,
  ...join
}: Props) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const live = useLiveWorkshop(initial, serverNow);
  const { view } = live;
  useOwnRole(view);
  const me = view.participants.find(
    ({ id }) => id === view.viewer.participantId,
  );
  const room = useMemo<Room | null>(
    () => (me ? { ...live, texts, me } : null),
    [live, texts, me],
  );
  if (!room) return null;
  const step = view.steps.find(({ id }) => id === view.currentStepId);
  const running = view.status === "running" && step;
  const people = view.participants.filter(
    ({ role, removed }) => role === "participant" && !removed,
  );
  return (
    <RoomContext.Provider value={room}>
      <Announcer>
        <div className="desk">
          <SkipLink label={common("skipToContent")} />
          <header className="desk-head">
            <Link
              to="/workshops"
              className="brand"
              aria-label={t("list.title")}
            >
              <BrandMark />
            </Link>
            <div className="desk-title">
              <h1>{view.title}</h1>
            </div>
            <div className="desk-tools">
              <SafetyBadge />
              <Badge>{t(`new.modeTitle.${view.mode}`)}</Badge>
              <ButtonLink
                kind="quiet"
                icon="screen"
                to={`/workshops/${view.id}/screen`}
                target="_blank"
                rel="noreferrer"
              >
                {t("cockpit.screen")}
              </ButtonLink>
              <ButtonLink
                kind="quiet"
                icon="plan"
                to={`/workshops/${view.id}/report`}
              >
                {t("cockpit.report")}
              </ButtonLink>
              {language}
            </div>
          </header>
          <DeskBar serverNow={serverNow} step={running || undefined} />
          <div className="desk-body">
            <main id="main" tabIndex={-1} className="desk-main stack-lg">
              <Notices />
              <RefusedEntries />
              {running ? (
                <>
                  <Script
                    key={`${running.id}-${running.phase}`}
                    step={running}
                    texts={texts}
                    open={revealedRounds(running.phase) === 0}
                  />
                  <StepDesk key={running.id} step={running} texts={texts} />
                  <AgreementsDesk key={`agreed-${running.id}`} step={running} />
                  <LateTray texts={texts} />
                </>
              ) : view.status === "closed" ? (
                <Card title={t("cockpit.closed.title")}>
                  <div className="stack">
                    <p>{t("cockpit.closed.text")}</p>
                    <ButtonLink
                      kind="primary"
                      icon="plan"
                      to={`/workshops/${view.id}/report`}
                    >
                      {t("list.report")}
                    </ButtonLink>
                  </div>
                </Card>
              ) : (
                <Card
                  title={t("cockpit.lobby.title")}
                  note={t("cockpit.lobby.note", { count: people.length })}
                >
                  <JoinPanel {...join} />
                </Card>
              )}
            </main>
            <aside
              id="desk-side"
              className="desk-side"
              aria-label={t("cockpit.side")}
            >
              <Card>
                <Tabs
                  label={t("cockpit.side")}
                  tabs={[
                    {
                      id: "agenda",
                      label: t("cockpit.agenda.title"),
                      content: (
                        <AgendaPanel serverNow={serverNow} texts={texts} />
                      ),
                    },
                    {
                      id: "people",
                      label: `${t("cockpit.people.title")} (${people.length})`,
                      content: <PeoplePanel />,
                    },
                    {
                      id: "join",
                      label: t("cockpit.join.title"),
                      content: <JoinPanel {...join} />,
                    },
                  ]}
                />
              </Card>
            </aside>
          </div>
        </div>
      </Announcer>
    </RoomContext.Provider>
  );
}

/** Who lays the role down gets a participant's room. */
function useOwnRole({ viewer }: WorkshopView): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (viewer.class !== "facilitator") revalidate();
  }, [viewer.class, revalidate]);
}
