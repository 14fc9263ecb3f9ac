import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { planSections, type SectionId } from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import type { Refused } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/menu";
import { PageHeader } from "~/ui/page-shell";
import { ConflictPanel } from "./conflict";
import { type EditTarget, singletonOf } from "./edit-target";
import { PlanGlancePage } from "./plan-glance";
import { PlanSection } from "./plan-section";
import type { PlanView } from "./plan-view";
import { CriteriaWeights, Portfolio } from "./programme-charts";
import { ReviewForm } from "./review-form";
import type { SaveConflict } from "./save-plan.server";
import { type PlanWords, usePlanWords } from "./use-plan-words";

/** What the page's own action answered. */
export type PlanAnswer =
  | { conflict: SaveConflict }
  | { problems: Record<string, string>; typed: Record<string, string> }
  | { reviewed: true }
  | undefined;

type Saved = { version: number; merged: boolean };

/** What the address says of the save that led here. */
export function readSaved(search: URLSearchParams): Saved | null {
  const version = search.get("saved") ?? "";
  return /^\d{1,9}$/.test(version)
    ? { version: Number(version), merged: search.has("merged") }
    : null;
}

type Props = {
  view: PlanView;
  edit: EditTarget | null;
  answer: PlanAnswer;
  /** From the address after a save. */
  saved: Saved | null;
  /** An account plan's figures from sales: at a glance, in §5 and in §10. */
  figures?: { glance: ReactNode; position: ReactNode; loss: ReactNode };
};

/** An account plan or the programme: at a glance first, then section by section. */
export function PlanPage({ view, edit, answer, saved, figures }: Props) {
  const { t } = useTranslation("plans");
  const words = usePlanWords(view.plan.kind, view.names);
  const conflict = answer && "conflict" in answer ? answer.conflict : null;
  const refused: Refused = answer && "problems" in answer ? answer : undefined;
  const sections = planSections[view.plan.kind];
  const between: Partial<Record<SectionId, ReactNode>> = {
    criteria: <CriteriaWeights view={view} words={words} />,
    portfolio: <Portfolio view={view} words={words} />,
    position: figures?.position,
    risks: figures?.loss,
  };
  return (
    <>
      <PlanHeader view={view} />
      <div className="stack-lg">
        {conflict && (
          <ConflictPanel conflict={conflict} view={view} words={words} />
        )}
        {answer && "reviewed" in answer && (
          <Banner tone="success" live>
            {t("review.stored")}
          </Banner>
        )}
        {saved && !answer && <SavedBanner saved={saved} view={view} />}
        {view.openProposals > 0 && <ProposalsBanner view={view} />}
        {view.plan.kind === "account" && (
          <PlanGlancePage
            view={view}
            words={words}
            position={figures?.glance}
          />
        )}
        <Problems view={view} words={words} />
        <nav aria-label={t("page.sections")} className="section-nav">
          {sections.map(({ id, number }) => (
            <a key={id} className="tab" href={`#${id}`}>
              <span className="text-muted">{number}</span>
              {words.section(id)}
            </a>
          ))}
        </nav>
        {sections.map((section) => (
          <PlanSection
            key={section.id}
            section={section}
            view={view}
            edit={conflict ? null : edit}
            refused={refused}
            words={words}
            foot={
              view.reviewable.includes(section.id) && (
                <ReviewForm view={view} section={section.id} words={words} />
              )
            }
          >
            {between[section.id]}
          </PlanSection>
        ))}
      </div>
    </>
  );
}

function PlanHeader({ view: { plan, may } }: { view: PlanView }) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const formats = useFormats();
  const programme = plan.kind === "programme";
  return (
    <PageHeader
      breadcrumbs={
        !programme && (
          <Breadcrumbs
            label={t("page.crumbs")}
            items={[
              { to: "/accounts", label: common("nav.accounts") },
              {
                to: `/accounts/${plan.accountId}`,
                label: plan.accountName ?? "",
              },
            ]}
          />
        )
      }
      eyebrow={programme ? undefined : t("entry.plan")}
      title={programme ? common("nav.programme") : plan.title}
      lead={
        programme
          ? t("programme.lead")
          : [
              t(`planType.${plan.type}`),
              `${formats.date(plan.periodStartOn)} – ${formats.date(plan.periodEndOn)}`,
              t("page.owner", { name: plan.ownerName ?? "–" }),
            ].join(" · ")
      }
      actions={
        <>
          <ButtonLink to={`/plans/${plan.id}/proposals`} icon="inbox">
            {t("page.proposals")}
          </ButtonLink>
          <ButtonLink to={`/plans/${plan.id}/history`} icon="history">
            {t("page.history", { version: plan.version })}
          </ButtonLink>
          {!programme && may.edit && (
            <ButtonLink
              to={`/plans/new?account=${plan.accountId}`}
              kind="quiet"
              icon="plus"
            >
              {t("page.newPeriod")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

function SavedBanner({ saved, view }: { saved: Saved; view: PlanView }) {
  const { t } = useTranslation("plans");
  return (
    <Banner
      tone="success"
      live
      action={
        <Link className="link" to={`/plans/${view.plan.id}/history`}>
          {t("page.seeHistory")}
        </Link>
      }
    >
      {t("page.saved", { version: saved.version })}
      {saved.merged && ` ${t("page.merged")}`}
    </Banner>
  );
}

function ProposalsBanner({ view }: { view: PlanView }) {
  const { t } = useTranslation("plans");
  return (
    <Banner
      tone="info"
      action={
        <ButtonLink to={`/plans/${view.plan.id}/proposals`}>
          {view.may.decide ? t("page.decide") : t("page.look")}
        </ButtonLink>
      }
    >
      {t("page.waiting", { count: view.openProposals })}
    </Banner>
  );
}

/** What approval would still need, said once and without alarm. */
function Problems({ view, words }: { view: PlanView; words: PlanWords }) {
  const { t } = useTranslation("plans");
  if (view.problems.length === 0) return null;
  const kinds = new Map(
    view.document.entries.map(({ id, kind }) => [id, kind]),
  );
  return (
    <Disclosure summary={t("page.problems", { count: view.problems.length })}>
      <ul className="stack-sm">
        {view.problems.map(({ entryId, field, problem }) => {
          const kind = kinds.get(entryId) ?? singletonOf(view.plan.kind);
          return (
            <li key={`${entryId} ${field} ${problem}`}>
              <a className="link" href={`#${entryId}`}>
                {words.entry(kind, entryId)}
              </a>
              {`: ${words.field(kind, field)} – ${words.problem(problem)}`}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
