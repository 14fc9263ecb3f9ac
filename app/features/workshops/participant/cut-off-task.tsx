import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui/tabs";
import { Actions } from "./actions";
import { Decisions } from "./decisions";
import { DefinitionAndTiers } from "./definition-and-tiers";
import { Objectives } from "./objectives";
import { type StepOf, useRoom } from "./room";

/** How many, and what now: the definition to read, decisions, actions and objectives to write. */
export function CutOffTask({ step }: { step: StepOf<"cut-off"> }) {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  const open = view.decisions.filter(({ status }) => status === "open").length;
  return (
    <div className="stack">
      <p>{texts.steps[step.id]?.instruction}</p>
      <Tabs
        label={t("room.cutOff.parts")}
        tabs={[
          {
            id: "decisions",
            label: t("room.cutOff.decisions", { count: open }),
            content: <Decisions stepId={step.id} />,
          },
          {
            id: "actions",
            label: t("room.cutOff.actions", { count: view.actions.length }),
            content: <Actions stepId={step.id} />,
          },
          {
            id: "objectives",
            label: t("room.cutOff.objectives", {
              count: view.objectives.length,
            }),
            content: <Objectives stepId={step.id} />,
          },
          {
            id: "definition",
            label: t("room.cutOff.definition"),
            content: <DefinitionAndTiers />,
          },
        ]}
      />
    </div>
  );
}
