import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SectionId } from "~/domain/plans/plan-sections";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/menu";
import { Select } from "~/ui/select";
import type { PlanView } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = { view: PlanView; section: SectionId; words: PlanWords };

const steps = [1, 2, 3, 4, 5] as const;

/** The owner's manager accepts their work in a section; it becomes evidence of the skill behind it. */
export function ReviewForm({ view, section, words }: Props) {
  const { t } = useTranslation("plans");
  const owner = view.plan.ownerName ?? "";
  return (
    <Disclosure summary={t("review.title", { name: owner })}>
      <Form
        method="post"
        className="stack"
        preventScrollReset
        aria-label={t("review.of", {
          name: owner,
          section: words.section(section),
        })}
      >
        <p className="text-muted">{t("review.lead", { name: owner })}</p>
        <input type="hidden" name="intent" value="review" />
        <input type="hidden" name="section" value={section} />
        <div className="field-grid">
          <Select
            name="level"
            label={t("review.level")}
            defaultValue="2"
            options={steps.map((step) => ({
              value: String(step),
              label: `${step} – ${t(`review.levels.${step}`)}`,
            }))}
          />
          <Select
            name="rating"
            label={t("review.rating")}
            defaultValue="3"
            options={steps.map((step) => ({
              value: String(step),
              label: `${step} – ${t(`review.ratings.${step}`)}`,
            }))}
          />
        </div>
        <Button type="submit">{t("review.submit")}</Button>
      </Form>
    </Disclosure>
  );
}
