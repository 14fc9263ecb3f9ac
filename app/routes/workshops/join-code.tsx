import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodeEntry } from "~/features/workshops/join/code-entry";
import { NameEntry } from "~/features/workshops/join/name-entry";
import { joinForm } from "~/features/workshops/join-form";
import {
  findByCode,
  joinWorkshop,
  nameAsMember,
} from "~/features/workshops/join-workshop.server";
import { findSeat } from "~/features/workshops/seat.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { publicRoute } from "~/platform/guard.server";
import { browserMark } from "~/platform/guest.server";
import { tooMany } from "~/platform/limits.server";
import { localeOf, sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("the code is what opens this page, as an invitation would");
  const { setCookie } = browserMark(args.request);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  const found = await findByCode(args, args.params.code ?? "");
  if (!found.ok) {
    if (found.reason === "too-many") throw tooMany(found.seconds);
    const t = await sentencesFor(args);
    const code = (args.params.code ?? "").slice(0, 40);
    return data(
      { title: t("workshops:join.title"), code, room: null },
      { status: 404, ...(headers && { headers }) },
    );
  }
  const { workshop } = found;
  // Who comes back keeps who they are.
  if (await findSeat(args, workshop.workshopId))
    throw redirect(`/workshops/${workshop.workshopId}`);
  const { title, mode, entrance, units } = workshop;
  const memberName = await nameAsMember(args, workshop);
  return data(
    {
      title,
      code: workshop.code,
      room: { title, mode, entrance, units, memberName },
    },
    headers ? { headers } : {},
  );
}

export async function action(args: ActionFunctionArgs) {
  publicRoute("the code is what opens this page, as an invitation would");
  const form = await readForm(args.request, joinForm);
  if (!form.ok) return form.answer;
  const found = await findByCode(args, args.params.code ?? "");
  if (!found.ok) {
    if (found.reason === "too-many") throw tooMany(found.seconds);
    return refusedForm({ form: found.reason }, form.value);
  }
  const joined = await joinWorkshop(args, found.workshop, {
    ...form.value,
    locale: await localeOf(args),
  });
  if (!joined.ok) {
    const field = /^(name|text)-/.test(joined.reason) ? "name" : "form";
    const status = field === "form" ? 409 : 422;
    return refusedForm({ [field]: joined.reason }, form.value, status);
  }
  const { setCookie } = joined.value;
  return redirect(
    `/workshops/${found.workshop.workshopId}`,
    setCookie ? { headers: { "Set-Cookie": setCookie } } : {},
  );
}

export default function JoinCodeRoute() {
  const { code, room } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return room ? (
    <NameEntry {...room} refused={refused} />
  ) : (
    <CodeEntry
      refused={{ problems: { code: "code-wrong" }, typed: { code } }}
    />
  );
}
