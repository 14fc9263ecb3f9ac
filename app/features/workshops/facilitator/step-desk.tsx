import { useTranslation } from "react-i18next";
import { isRevealed } from "~/domain/workshops/phases";
import { progressOf } from "~/domain/workshops/progress";
import type { TemplateTexts } from "~/domain/workshops/template";
import type { Step } from "~/domain/workshops/types";
import { Card } from "~/ui/card";
import { Progress } from "~/ui/progress";
import { useRoom } from "../participant/room";
import { namesOf } from "../results/names";
import { NominationsResult } from "../results/nominations-result";
import { ScoresResult } from "../results/scores-result";
import { WeightsResult } from "../results/weights-result";
import { AccountsDesk } from "./accounts-desk";
import { CriteriaDesk } from "./criteria-desk";
import { CutOffDesk } from "./cut-off-desk";
import { GroupingBoard } from "./grouping-board";
import { PortfolioDesk } from "./portfolio-desk";
import { StagesDesk } from "./stages-desk";

type Props = { step: Step; texts: TemplateTexts };

/** The step's own contents. Before the reveal: who is done, and nothing of what they wrote. */
export function StepDesk({ step, texts }: Props) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const names = namesOf(view, texts);
  const revealed = isRevealed(view, step.id);
  switch (step.type) {
    case "brainstorm":
      return revealed ? (
        <>
          {view.results.nominations && (
            <Card title={t("results.nominations.title")}>
              <NominationsResult view={view} names={names} />
            </Card>
          )}
          <GroupingBoard step={step} />
        </>
      ) : (
        <Waiting />
      );
    case "weighting":
      return (
        <>
          {(step.phase === "round1" || step.phase === "round2") && <Waiting />}
          {step.phase === "choosing" ? (
            <CriteriaDesk step={step} names={names} texts={texts} />
          ) : (
            view.results.weights && (
              <Card title={t("cockpit.weights.title")}>
                <WeightsResult view={view} names={names} />
              </Card>
            )
          )}
        </>
      );
    case "scoring-matrix":
      return revealed ? (
        <>
          <Card title={t("cockpit.scores.title")}>
            <ScoresResult view={view} names={names} />
          </Card>
          <AccountsDesk mayChangeList={false} />
        </>
      ) : (
        <>
          <Waiting />
          <AccountsDesk mayChangeList />
        </>
      );
    case "relationship-stage":
      return revealed ? (
        <StagesDesk step={step} names={names} texts={texts} />
      ) : (
        <Waiting />
      );
    case "two-by-two":
      return <PortfolioDesk step={step} names={names} />;
    case "cut-off":
      return <CutOffDesk step={step} names={names} />;
  }
}

function Waiting() {
  const { t } = useTranslation("workshops");
  const { done, people } = progressOf(useRoom().view);
  return (
    <Card title={t("cockpit.waiting.title")} note={t("cockpit.waiting.note")}>
      <Progress
        label={t("cockpit.people.done")}
        value={done}
        max={people}
        text={`${done} / ${people}`}
      />
    </Card>
  );
}
