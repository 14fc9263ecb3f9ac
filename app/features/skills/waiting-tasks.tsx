import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";

type Props = {
  waiting: ReadonlyArray<{
    id: string;
    learnerName: string;
    accountName: string;
    submittedAt: string;
  }>;
};

/** Field tasks that somebody in the team has sent in. */
export function WaitingTasks({ waiting }: Props) {
  const { t } = useTranslation("skills");
  const { date } = useFormats();
  return (
    <Card title={t("waiting.title")}>
      {waiting.length === 0 ? (
        <p>{t("waiting.none")}</p>
      ) : (
        <ul className="stack">
          {waiting.map(({ id, learnerName, accountName, submittedAt }) => (
            <li key={id}>
              {t("waiting.item", {
                learner: learnerName,
                account: accountName,
              })}
              {" · "}
              {t("waiting.since", { date: date(submittedAt) })}{" "}
              <Link to={`/team/tasks/${id}`}>{t("waiting.open")}</Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
