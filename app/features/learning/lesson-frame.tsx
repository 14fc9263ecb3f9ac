import { useTranslation } from "react-i18next";
import { Actions, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-shell";
import { Progress } from "~/ui/progress";
import type { LessonPage } from "./load-lesson.server";

/** Title, what one can do afterwards, and how far one is. */
export function LessonHead({ page }: { page: LessonPage }) {
  const { t } = useTranslation("learning");
  const { progress } = page;
  return (
    <>
      <PageHeader
        eyebrow={t("lesson.eyebrow", {
          place: page.place + 1,
          total: page.lessons.length,
          minutes: page.minutes,
        })}
        title={page.title}
        lead={page.hook}
      />
      <div className="lesson-intro">
        <p>
          <strong>{t("lesson.objective")}:</strong> {page.objective}
        </p>
        <Progress
          label={t("lesson.progress")}
          value={progress.done}
          max={progress.total}
          text={t("lesson.done", {
            done: progress.done,
            total: progress.total,
          })}
        />
        {progress.status === "under-way" && progress.resumeBlockId && (
          <p>
            <a href={`#${progress.resumeBlockId}`}>{t("lesson.resume")}</a>
          </p>
        )}
      </div>
    </>
  );
}

/** Where to go from here. */
export function LessonFoot({ page }: { page: LessonPage }) {
  const { t } = useTranslation("learning");
  const { moduleId, previous, next } = page;
  return (
    <nav className="lesson-foot" aria-label={t("lesson.contents")}>
      <Actions>
        {previous && (
          <ButtonLink to={`/learn/${moduleId}/${previous.id}`}>
            {t("lesson.previous", { title: previous.title })}
          </ButtonLink>
        )}
        <ButtonLink to={`/learn/${moduleId}`}>
          {t("lesson.toModule")}
        </ButtonLink>
        {next ? (
          <ButtonLink kind="primary" to={`/learn/${moduleId}/${next.id}`}>
            {t("lesson.next", { title: next.title })}
          </ButtonLink>
        ) : (
          <ButtonLink kind="primary" to={`/learn/${moduleId}/test`}>
            {t("lesson.toTest")}
          </ButtonLink>
        )}
      </Actions>
    </nav>
  );
}
