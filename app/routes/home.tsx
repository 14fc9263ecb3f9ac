import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Landing } from "~/features/organisations/landing";
import { loadAdministration } from "~/features/organisations/load-administration.server";
import { StartAdministration } from "~/features/organisations/start-administration";
import { loadModules } from "~/features/learning/load-modules.server";
import { loadOwnTasks } from "~/features/learning/load-own-tasks.server";
import { StartLearning } from "~/features/learning/start-learning";
import { loadConcentration } from "~/features/plans/load-concentration.server";
import { loadStartPlans } from "~/features/plans/load-start-plans.server";
import { StartConcentration, StartPlans } from "~/features/plans/start-plans";
import { loadTeam } from "~/features/skills/load-heat-map.server";
import { TeamGaps } from "~/features/skills/team-gaps";
import { WaitingTasks } from "~/features/skills/waiting-tasks";
import { CodeField } from "~/features/workshops/join/code-field";
import { loadWorkshops } from "~/features/workshops/list-workshops.server";
import { StartWorkshops } from "~/features/workshops/start-workshops";
import { memberOrVisitor, publicRoute } from "~/platform/guard.server";
import { PageHeader } from "~/ui/page-shell";

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("visitors read what this is; members get their own start");
  const member = await memberOrVisitor(args);
  if (!member) return { role: "visitor" as const };
  const today = new Date().toISOString().slice(0, 10);
  const who = {
    name: member.person.name,
    organisation: member.organisation.organisationName,
  };
  switch (member.role) {
    case "administrator":
      return {
        role: member.role,
        ...who,
        figures: await loadAdministration(member),
      };
    case "manager":
      return {
        role: member.role,
        ...who,
        team: await loadTeam(member, today),
        plans: await loadStartPlans(member, today),
        concentration: await loadConcentration(member.tenant, today),
        workshops: await loadWorkshops(member),
      };
    case "consultant":
      return {
        role: member.role,
        ...who,
        workshops: await loadWorkshops(member),
        plans: await loadStartPlans(member, today),
      };
    case "trainee":
      return {
        role: member.role,
        ...who,
        modules: await loadModules(member),
        tasks: await loadOwnTasks(member),
        plans: await loadStartPlans(member, today),
        workshops: await loadWorkshops(member),
      };
  }
}

type Start = Awaited<ReturnType<typeof loader>>;

export default function Home() {
  const start = useLoaderData<typeof loader>() as Start;
  const { t } = useTranslation("organisations");
  if (start.role === "visitor") return <Landing join={<CodeField />} />;
  return (
    <>
      <PageHeader
        title={t("start.hello", { name: start.name.split(" ")[0] })}
        lead={t(`start.lead.${start.role}`, {
          organisation: start.organisation,
        })}
      />
      <div className="stack-lg">
        <StartOf start={start} />
      </div>
    </>
  );
}

function StartOf({ start }: { start: Exclude<Start, { role: "visitor" }> }) {
  switch (start.role) {
    case "administrator":
      return <StartAdministration {...start.figures} />;
    case "manager":
      return (
        <>
          <div className="card-grid">
            <WaitingTasks waiting={start.team.waiting} />
            <TeamGaps {...start.team} />
            <StartConcentration concentration={start.concentration} />
          </div>
          <StartPlans plans={start.plans} whose="all" />
          <StartWorkshops workshops={start.workshops} mayFacilitate={false} />
        </>
      );
    case "consultant":
      return (
        <>
          <StartWorkshops workshops={start.workshops} mayFacilitate />
          <StartPlans plans={start.plans} whose="all" />
        </>
      );
    case "trainee":
      return (
        <>
          <StartLearning modules={start.modules} tasks={start.tasks} />
          <StartPlans plans={start.plans} whose="own" />
          <StartWorkshops workshops={start.workshops} mayFacilitate={false} />
        </>
      );
  }
}
