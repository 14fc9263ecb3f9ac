import { useTranslation } from "react-i18next";
import type { Refused } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Actions, Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/choices";
import { TextArea } from "~/ui/text-area";
import { useSkillProblems } from "./use-skill-problems";

type Props = {
  task: {
    status: string;
    ifText: string;
    thenText: string;
    evidenceText: string;
    accountName: string | null;
  };
  facts: { question: string; level: number; anchor: string } | null;
  refused: Refused;
};

/** What the learner wrote, and the reviewer's one-minute answer. */
export function TaskReview({ task, facts, refused }: Props) {
  const { t } = useTranslation("skills");
  const { problem, typed } = useSkillProblems(refused);
  const open = task.status === "submitted";
  return (
    <>
      <Card>
        <dl className="facts">
          <dt>{t("task.account")}</dt>
          <dd>{task.accountName}</dd>
          <dt>{t("task.when")}</dt>
          <dd>{task.ifText}</dd>
          <dt>{t("task.then")}</dt>
          <dd>{task.thenText}</dd>
          <dt>{t("task.evidence")}</dt>
          <dd>{task.evidenceText}</dd>
        </dl>
      </Card>
      {problem("form") && (
        <Banner tone="danger" live>
          {problem("form")}
        </Banner>
      )}
      {!open && <Banner tone="info">{t("task.decided")}</Banner>}
      {open && (
        <Card
          title={facts?.question ?? t("task.question")}
          note={
            facts &&
            `${t("task.anchor", { level: facts.level })}: ${facts.anchor}`
          }
        >
          <div className="stack">
            <RadioGroup
              legend={t("task.rating")}
              name="rating"
              error={problem("rating")}
              choices={(["1", "2", "3", "4", "5"] as const).map((value) => ({
                value,
                label: t(`task.ratings.${value}`),
              }))}
            />
            <TextArea
              label={t("task.comment")}
              name="comment"
              hint={t("task.commentHint")}
              maxLength={2000}
              defaultValue={typed("comment")}
              error={problem("comment")}
            />
            <Actions>
              <Button type="submit" name="decision" value="return">
                {t("task.return")}
              </Button>
              <Button
                type="submit"
                name="decision"
                value="confirm"
                kind="primary"
              >
                {t("task.confirm")}
              </Button>
            </Actions>
          </div>
        </Card>
      )}
    </>
  );
}
