import { useTranslation } from "react-i18next";

type RefusalKey =
  keyof (typeof import("../../../content/interface/en/workshops.json"))["refusal"];

/** Why something was refused, as a sentence in the person's language. */
export function useRefusals(): (reason: string) => string {
  const { t, i18n } = useTranslation("workshops");
  return (reason) =>
    i18n.exists(`refusal.${reason}`, { ns: "workshops" })
      ? t(`refusal.${reason as RefusalKey}`)
      : t("refusal.malformed");
}
