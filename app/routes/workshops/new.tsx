import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createWorkshop } from "~/features/workshops/create-workshop.server";
import { listThemes } from "~/features/workshops/list-themes.server";
import { NewWorkshopPage } from "~/features/workshops/new";
import { newWorkshopForm } from "~/features/workshops/new-workshop-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import { requireMember } from "~/platform/guard.server";
import { homeInstant } from "~/platform/i18n/home-instant";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireMember(args, "workshop.facilitate");
  const t = await sentencesFor(args);
  return {
    title: t("workshops:new.title"),
    locale: person.locale,
    themes: listThemes(person.locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "workshop.facilitate");
  const form = await readForm(args.request, newWorkshopForm);
  if (!form.ok) return form.answer;
  const { date, time, ...workshop } = form.value;
  const scheduledAt = date === "" ? null : homeInstant(date, time || "09:00");
  const created = await createWorkshop(
    member,
    { ...workshop, scheduledAt },
    new Date(),
  );
  return created.ok
    ? redirect(`/workshops/${created.value}`)
    : refusedForm({ theme: created.reason });
}

export default function NewWorkshopRoute() {
  const { themes, locale } = useLoaderData<typeof loader>();
  return (
    <NewWorkshopPage
      themes={themes}
      locale={locale}
      refused={useActionData<typeof action>()}
    />
  );
}
