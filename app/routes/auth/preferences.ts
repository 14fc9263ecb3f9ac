import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { safePath } from "~/domain/organisations/safe-path";
import {
  changeLanguage,
  changeOrganisation,
} from "~/features/organisations/preferences.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { memberOrVisitor, publicRoute } from "~/platform/guard.server";
import { makeLocaleCookie } from "~/platform/i18n/i18n.server";

const preferencesForm = z.union([
  z.strictObject({ locale: z.enum(["et", "en"]), to: z.string() }),
  z.strictObject({ organisationId: z.uuid() }),
]);

export async function action(args: ActionFunctionArgs) {
  publicRoute(
    "visitors choose a language; organisations are checked against memberships",
  );
  const form = await readForm(args.request, preferencesForm);
  if (!form.ok) return form.answer;
  const member = await memberOrVisitor(args);
  if ("locale" in form.value) {
    if (member) await changeLanguage(member.person.id, form.value.locale);
    return redirect(safePath(form.value.to), {
      headers: { "Set-Cookie": makeLocaleCookie(form.value.locale) },
    });
  }
  const changed =
    member &&
    (await changeOrganisation(member.identity, form.value.organisationId));
  if (!changed?.ok) return refusedForm({ organisationId: "member-unknown" });
  return redirect("/");
}
