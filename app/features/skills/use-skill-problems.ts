import { useTranslation } from "react-i18next";
import { type Refused, useProblems } from "~/platform/problems";

type Own =
  keyof (typeof import("../../../content/interface/en/skills.json"))["problem"];

/** Sentences of this feature's own refusals, else the common ones. */
export function useSkillProblems(refused: Refused) {
  const common = useProblems(refused);
  const { t, i18n } = useTranslation("skills");
  return {
    ...common,
    problem: (field: string): string | undefined => {
      const key = refused?.problems?.[field];
      return key !== undefined &&
        i18n.exists(`problem.${key}`, { ns: "skills" })
        ? t(`problem.${key as Own}`)
        : common.problem(field);
    },
  };
}
