import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadPersonSkills } from "~/features/skills/load-person-skills.server";
import { PersonSkills } from "~/features/skills/person-skills";
import { notFound, requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "own-skills.see");
  const today = new Date().toISOString().slice(0, 10);
  const page = await loadPersonSkills(member, member.person.id, today);
  if (!page) throw notFound();
  const t = await sentencesFor(args);
  return { title: t("skills:person.ownTitle"), ...page };
}

export default function Me() {
  const { title, profile, skills } = useLoaderData<typeof loader>();
  const { t } = useTranslation("skills");
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={
          profile
            ? t("person.profile", { name: profile })
            : t("person.noProfile")
        }
        lead={t("person.lead")}
      />
      <PersonSkills skills={skills} />
    </>
  );
}
