import { useTranslation } from "react-i18next";
import type { TemplateTexts } from "~/domain/workshops/template";
import { stages } from "~/domain/workshops/types";
import { Card } from "~/ui/card";
import { Select } from "~/ui/select";
import { type StepOf, useRoom } from "../participant/room";
import type { Names } from "../results/names";
import { StagesResult } from "../results/stages-result";

type Props = {
  step: StepOf<"relationship-stage">;
  names: Names;
  texts: TemplateTexts;
};

/** What people proposed for each relationship, and what the room settles on. */
export function StagesDesk({ step, names, texts }: Props) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const medians = new Map(
    view.results.stages?.accounts.map(({ accountId, median }) => [
      accountId,
      median,
    ]),
  );
  return (
    <>
      <Card title={t("cockpit.stages.answers")}>
        <StagesResult view={view} names={names} />
      </Card>
      <Card title={t("cockpit.stages.title")} note={t("cockpit.stages.note")}>
        <div className="field-row">
          {view.accounts.map(({ id, name }) => {
            const median = medians.get(id);
            return (
              <Select
                key={id}
                label={name}
                value={view.settledStages[id] ?? ""}
                onChange={({ target }) =>
                  send({
                    type: "settle-stage",
                    stepId: step.id,
                    payload: {
                      accountId: id,
                      stage:
                        stages.find((stage) => stage === target.value) ?? null,
                    },
                  })
                }
                placeholder={
                  median
                    ? t("results.stages.median", {
                        stage: names.stage(median),
                      })
                    : t("cockpit.stages.open")
                }
                options={stages.map((stage) => ({
                  value: stage,
                  label: texts.stages[stage]?.name ?? stage,
                }))}
              />
            );
          })}
        </div>
      </Card>
    </>
  );
}
