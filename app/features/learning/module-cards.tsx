import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Progress } from "~/ui/progress";
import type { ModuleCard } from "./load-modules.server";

/** Modules with how far one is, and the way to go on. */
export function ModuleCards({
  modules,
  headingLevel = 2,
}: {
  modules: ReadonlyArray<ModuleCard>;
  headingLevel?: 2 | 3;
}) {
  const { t } = useTranslation("learning");
  const { date } = useFormats();
  if (modules.length === 0)
    return <EmptyState title={t("modules.empty")} icon="book" />;
  return (
    <div className="card-grid">
      {modules.map((module) => (
        <Card
          key={module.id}
          title={module.title}
          headingLevel={headingLevel}
          note={t("modules.minutes", { count: module.minutes })}
          aside={
            module.complete ? (
              <Badge tone="success" icon="check">
                {t("modules.complete")}
              </Badge>
            ) : module.assigned ? (
              <Badge tone="info">{t("modules.assigned")}</Badge>
            ) : undefined
          }
        >
          <div className="stack">
            <p>{module.summary}</p>
            {module.dueOn && (
              <p>{t("modules.due", { date: date(module.dueOn) })}</p>
            )}
            <Progress
              label={t("modules.progress")}
              value={module.lessonsDone}
              max={module.lessonsTotal}
              text={t("modules.lessons", {
                done: module.lessonsDone,
                total: module.lessonsTotal,
              })}
            />
            <div className="actions">
              <ButtonLink kind="primary" to={continueAt(module)}>
                {t(
                  module.complete
                    ? "modules.again"
                    : module.doneShare === 0
                      ? "modules.start"
                      : "modules.continue",
                )}
              </ButtonLink>
              <ButtonLink to={`/learn/${module.id}`}>
                {t("lesson.toModule")}
              </ButtonLink>
            </div>
          </div>
        </Card>
      ))}
    </div>
  );
}

/** The very block where the learner left off; the test when only it is left. */
function continueAt({ id, resume, complete }: ModuleCard): string {
  if (resume)
    return `/learn/${id}/${resume.lessonId}${resume.blockId ? `#${resume.blockId}` : ""}`;
  return complete ? `/learn/${id}` : `/learn/${id}/test`;
}
