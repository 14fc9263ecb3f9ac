import { useTranslation } from "react-i18next";

type ProblemKey =
  keyof (typeof import("../../content/interface/en/common.json"))["problem"];

/** What a refused form's action sent back; everything optional, for answers of other kinds. */
export type Refused =
  | {
      problems?: Record<string, string>;
      typed?: Record<string, string>;
    }
  | undefined;

/** The sentence at a field, and what was typed there; in the person's language. */
export function useProblems(refused: Refused) {
  const { t, i18n } = useTranslation();
  const sentence = (key: string) =>
    i18n.exists(`problem.${key}`, { ns: "common" })
      ? t(`problem.${key as ProblemKey}`)
      : t("problem.value-invalid");
  return {
    problem: (field: string): string | undefined => {
      const key = refused?.problems?.[field];
      return key === undefined ? undefined : sentence(key);
    },
    typed: (field: string, otherwise = ""): string =>
      refused?.typed?.[field] ?? otherwise,
    sentence,
  };
}
