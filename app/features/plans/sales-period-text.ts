import { useTranslation } from "react-i18next";
import type { SalesWindow } from "~/domain/plans/sales-window";
import { useFormats } from "~/platform/i18n/formats";

/** "mai 2025 – aprill 2026"; nothing without sales. */
export function usePeriodText(window: SalesWindow | undefined): string {
  const { t } = useTranslation("plans");
  const { month } = useFormats();
  if (!window) return "";
  return t("accounts.periodRange", {
    from: month(window.firstMonth),
    to: month(window.lastMonth),
  });
}
