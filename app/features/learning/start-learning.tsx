import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import type { ModuleCard } from "./load-modules.server";
import type { OwnTask } from "./load-own-tasks.server";
import { ModuleCards } from "./module-cards";

type Props = {
  modules: ReadonlyArray<ModuleCard>;
  tasks: ReadonlyArray<OwnTask>;
};

/** Where the learner goes on, and how their field tasks stand. */
export function StartLearning({ modules, tasks }: Props) {
  const { t } = useTranslation("learning");
  const open = modules.filter(
    ({ assigned, doneShare, complete }) =>
      !complete && (assigned || (doneShare ?? 0) > 0),
  );
  return (
    <section className="stack start-modules" aria-labelledby="start-learning">
      <h2 id="start-learning">{t("start.title")}</h2>
      {open.length === 0 ? (
        <EmptyState
          headingLevel={3}
          icon="book"
          title={t("start.noneTitle")}
          text={t("start.noneText")}
          action={<ButtonLink to="/learn">{t("start.toModules")}</ButtonLink>}
        />
      ) : (
        <ModuleCards modules={open} headingLevel={3} />
      )}
      {tasks.length > 0 && <OwnTasks tasks={tasks} />}
    </section>
  );
}

const tones = {
  drafted: "neutral",
  submitted: "info",
  confirmed: "success",
  returned: "warn",
} as const;

function OwnTasks({ tasks }: Pick<Props, "tasks">) {
  const { t } = useTranslation("learning");
  const { date } = useFormats();
  return (
    <Card title={t("start.tasks")} headingLevel={3}>
      <ul className="stack">
        {tasks.map((task) => (
          <li key={task.blockId} className="stack-sm">
            <p>
              <Link
                className="link"
                to={`/learn/${task.moduleId}/${task.lessonId}#${task.blockId}`}
              >
                {task.title}
              </Link>{" "}
              <Badge tone={tones[task.status]}>
                {t(`start.task.${task.status}`)}
              </Badge>
            </p>
            <p className="text-sm text-muted">
              {[
                task.accountName,
                task.status === "drafted" || task.status === "returned"
                  ? task.dueOn && t("modules.due", { date: date(task.dueOn) })
                  : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {task.comment && (
              <p className="text-sm">
                {t("start.comment", { comment: task.comment })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
