import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FinalTest } from "~/features/learning/final-test";
import {
  loadFinalTest,
  workInTest,
} from "~/features/learning/final-test.server";
import { testMessage } from "~/features/learning/lesson-form";
import { notFound, requireMember } from "~/platform/guard.server";
import { useFormats } from "~/platform/i18n/formats";
import { readJson } from "~/platform/json.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const page = await loadFinalTest(member, args.params.module ?? "");
  if (!page) throw notFound();
  const t = await sentencesFor(args);
  return {
    title: t("learning:test.title", { module: page.moduleTitle }),
    ...page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const message = testMessage.safeParse(await readJson(args.request));
  if (!message.success)
    return Response.json(
      { ok: false, reason: "value-invalid" },
      { status: 422 },
    );
  const module = args.params.module ?? "";
  const result = await workInTest(member, module, message.data, new Date());
  if (!result.ok && result.reason === "module-unknown") throw notFound();
  return result.ok
    ? Response.json({ ok: true })
    : Response.json({ ok: false, reason: result.reason }, { status: 409 });
}

export default function FinalTestRoute() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("learning");
  const { percent } = useFormats();
  return (
    <>
      <PageHeader
        title={page.title}
        lead={t("test.lead", {
          count: page.draw,
          share: percent(page.passShare, 0),
        })}
      />
      <FinalTest page={page} />
    </>
  );
}
