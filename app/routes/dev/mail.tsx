import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDemonstration } from "~/features/organisations/demonstration.server";
import { Mailbox } from "~/features/organisations/mailbox";
import { env } from "~/platform/env.server";
import {
  notFound,
  requirePlatformAdministrator,
} from "~/platform/guard.server";
import { readKeptMail } from "~/platform/kept-mail.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  await requirePlatformAdministrator(args);
  // Letters hold links that sign people in: nobody reads them where the people are real.
  if (env().smtpUrl !== null || !(await isDemonstration())) throw notFound();
  const t = await sentencesFor(args);
  return {
    title: t("organisations:mailbox.title"),
    letters: await readKeptMail(),
  };
}

export default function MailRoute() {
  return <Mailbox {...useLoaderData<typeof loader>()} />;
}
