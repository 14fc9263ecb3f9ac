import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import type { loadModule } from "./load-modules.server";

type Props = { module: NonNullable<Awaited<ReturnType<typeof loadModule>>> };

/** What one will be able to do, the lessons, and the final test. */
export function ModuleOverview({ module }: Props) {
  const { t } = useTranslation("learning");
  const { percent, date } = useFormats();
  const { test } = module;
  return (
    <div className="stack-lg">
      <Card title={t("module.outcomes")}>
        <ul>
          {module.outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </Card>
      <section aria-labelledby="lessons" className="stack">
        <h2 id="lessons">{t("module.lessons")}</h2>
        <ol className="lesson-list">
          {module.lessons.map(({ id, title, objective, minutes, progress }) => {
            const status = progress?.status ?? "untouched";
            const resume = progress?.resumeBlockId;
            return (
              <li key={id}>
                <h3>
                  <Link
                    to={`/learn/${module.id}/${id}${status === "under-way" && resume ? `#${resume}` : ""}`}
                  >
                    {title}
                  </Link>
                </h3>
                <p>{objective}</p>
                <p>
                  {t("modules.minutes", { count: minutes })}{" "}
                  <Badge tone={status === "complete" ? "success" : "neutral"}>
                    {t(`module.states.${status}`)}
                  </Badge>
                </p>
              </li>
            );
          })}
        </ol>
      </section>
      <Card
        title={t("module.test")}
        aside={
          test.passed ? (
            <Badge tone="success" icon="check">
              {t("module.testPassed")}
            </Badge>
          ) : undefined
        }
      >
        <div className="stack">
          <p>
            {t("module.testText", {
              count: test.draw,
              share: percent(test.passShare, 0),
            })}
          </p>
          {test.tries.length > 0 && (
            <>
              <h3>{t("module.tries")}</h3>
              <ul>
                {test.tries.map(({ id, submittedAt, won, possible }) => (
                  <li key={id}>
                    {t("module.try", {
                      date: date(submittedAt),
                      won,
                      possible,
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <ButtonLink kind="primary" to={`/learn/${module.id}/test`}>
            {t(test.open ? "module.testOpen" : "module.testStart")}
          </ButtonLink>
        </div>
      </Card>
    </div>
  );
}
