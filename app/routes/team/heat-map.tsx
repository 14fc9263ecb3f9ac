import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HeatMapTable } from "~/features/skills/heat-map-table";
import { loadTeam } from "~/features/skills/load-heat-map.server";
import { WaitingTasks } from "~/features/skills/waiting-tasks";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "team.see");
  const t = await sentencesFor(args);
  const today = new Date().toISOString().slice(0, 10);
  return { title: t("skills:team.title"), ...(await loadTeam(member, today)) };
}

export default function Team() {
  const { people, skills, waiting } = useLoaderData<typeof loader>();
  const { t } = useTranslation("skills");
  return (
    <>
      <PageHeader
        title={t("team.title")}
        lead={t("team.lead")}
        actions={
          <ButtonLink to="/team/invite" icon="plus">
            {t("team.invite")}
          </ButtonLink>
        }
      />
      <div className="stack-lg">
        <WaitingTasks waiting={waiting} />
        {people.length === 0 ? (
          <EmptyState
            title={t("team.empty")}
            text={t("team.emptyText")}
            icon="people"
          />
        ) : (
          <HeatMapTable people={people} skills={skills} />
        )}
        <p>{t("team.howTo")}</p>
      </div>
    </>
  );
}
