import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  decideFieldTask,
  loadFieldTask,
} from "~/features/skills/decide-field-task.server";
import { taskDecisionForm } from "~/features/skills/task-decision-form";
import { TaskReview } from "~/features/skills/task-review";
import { fieldTaskFacts } from "~/platform/field-task-facts.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "field-task.decide");
  const id = args.params.task ?? "";
  const task = /^[0-9a-f-]{36}$/.test(id)
    ? await loadFieldTask(member, id)
    : null;
  if (!task) throw notFound();
  const t = await sentencesFor(args);
  return {
    title: t("skills:task.title", { name: task.learnerName ?? "" }),
    task,
    facts: fieldTaskFacts(task.moduleId, task.blockId, member.person.locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "field-task.decide");
  const form = await readForm(args.request, taskDecisionForm);
  if (!form.ok) return form.answer;
  const { decision, rating, comment } = form.value;
  const result = await decideFieldTask(
    member,
    args.params.task ?? "",
    decision === "confirm"
      ? { kind: "confirm", rating, comment }
      : { kind: "return", comment },
    (moduleId, blockId) =>
      fieldTaskFacts(moduleId, blockId, member.person.locale),
    new Date(),
  );
  if (result.ok) throw redirect("/team");
  if (result.reason === "task-unknown") throw notFound();
  const field =
    result.reason === "rating-missing"
      ? "rating"
      : result.reason === "comment-missing"
        ? "comment"
        : "form";
  return refusedForm({ [field]: result.reason }, { comment });
}

export default function FieldTaskPage() {
  const { title, task, facts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("skills");
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={facts?.label ?? t("person.kind.field-task")}
      />
      <Form method="post" className="stack-lg" noValidate>
        <TaskReview task={task} facts={facts} refused={refused} />
      </Form>
    </>
  );
}
