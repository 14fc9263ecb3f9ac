import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LessonBody } from "~/features/learning/lesson-body";
import { lessonMessage } from "~/features/learning/lesson-form";
import { LessonFoot, LessonHead } from "~/features/learning/lesson-frame";
import { loadLesson } from "~/features/learning/load-lesson.server";
import { workInLesson } from "~/features/learning/work-in-lesson.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { readJson } from "~/platform/json.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const { module = "", lesson = "" } = args.params;
  const page = await loadLesson(member, module, lesson, new Date());
  if (!page) throw notFound();
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const message = lessonMessage.safeParse(await readJson(args.request));
  if (!message.success)
    return Response.json(
      { ok: false, reason: "value-invalid" },
      { status: 422 },
    );
  const { module = "", lesson = "" } = args.params;
  const result = await workInLesson(
    member,
    module,
    lesson,
    message.data,
    new Date(),
  );
  return result.ok
    ? Response.json({ ok: true, block: result.value })
    : Response.json({ ok: false, reason: result.reason }, { status: 422 });
}

/** The block that was worked on came back with the answer; the rest of the page is as it was. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: {
  formMethod?: string;
  defaultShouldRevalidate: boolean;
}) {
  return formMethod === "POST" ? false : defaultShouldRevalidate;
}

export default function LessonRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <article key={`${page.moduleId}/${page.lessonId}`}>
      <LessonHead page={page} />
      <LessonBody segments={page.segments} blocks={page.blocks} />
      <LessonFoot page={page} />
    </article>
  );
}
