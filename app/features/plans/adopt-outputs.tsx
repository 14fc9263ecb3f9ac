import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { diffFields } from "~/domain/plans/diff-plan";
import { formText } from "~/domain/plans/form-values";
import { entryTitle } from "~/domain/plans/entry-title";
import type { PlanConflict } from "~/domain/plans/merge-plan";
import { fieldsOfKind, type Fields } from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import { type Refused, useProblems } from "~/platform/problems";
import { Badge } from "~/ui/badge";
import { Banner } from "~/ui/banner";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { Disclosure } from "~/ui/menu";
import { PageHeader } from "~/ui/page-shell";
import { TextArea } from "~/ui/text-area";
import { ChangedField } from "./change-words";
import { FieldInput } from "./field-input";
import type { ProposalsView, ProposalView } from "./load-proposals.server";
import { planAddress } from "./plan-view";
import { ProvenanceFacts } from "./provenance";
import { type PlanWords, usePlanWords } from "./use-plan-words";

/** What the page's own action answered. */
export type AdoptAnswer =
  | { decided: { accepted: number; rejected: number; left: number } }
  | { refusal: string }
  | {
      conflict: {
        proposalId: string;
        conflicts: ReadonlyArray<PlanConflict>;
      };
    }
  | {
      proposalId: string | null;
      problems: Record<string, string>;
      typed: Record<string, string>;
    }
  | undefined;

type Props = { view: ProposalsView; answer: AdoptAnswer };

/** What workshops offer to a plan: before and after, where it came from, and the owner's decision. */
export function AdoptOutputs({ view, answer }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { plan, open, decided } = view;
  const words = usePlanWords(plan.kind, view.names);
  const [search] = useSearchParams();
  const editing = search.get("edit");
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={t("page.crumbs")}
            items={[
              {
                to: planAddress(plan),
                label:
                  plan.kind === "programme"
                    ? common("nav.programme")
                    : plan.title,
              },
            ]}
          />
        }
        title={t("proposals.title")}
        lead={view.mayDecide ? t("proposals.lead") : t("proposals.leadReader")}
        actions={
          view.mayDecide &&
          open.length > 1 && (
            <Form method="post">
              <input type="hidden" name="intent" value="accept-all" />
              <input type="hidden" name="base" value={plan.version} />
              <Button type="submit" kind="primary" icon="check">
                {t("proposals.acceptAll", { count: open.length })}
              </Button>
            </Form>
          )
        }
      />
      <div className="stack-lg">
        <Answer answer={answer} view={view} words={words} />
        {open.length === 0 ? (
          <EmptyState
            title={t("proposals.none")}
            text={t("proposals.noneText")}
            action={
              <ButtonLink to={planAddress(plan)}>
                {t("proposals.toPlan")}
              </ButtonLink>
            }
          />
        ) : (
          <ul className="stack" aria-label={t("proposals.open")}>
            {open.map((proposal) => (
              <li key={proposal.id}>
                <ProposalCard
                  proposal={proposal}
                  view={view}
                  answer={answer}
                  editing={editing === proposal.id}
                  words={words}
                />
              </li>
            ))}
          </ul>
        )}
        {decided.length > 0 && (
          <Disclosure
            summary={t("proposals.decided", { count: decided.length })}
          >
            <ul className="stack">
              {decided.map((proposal) => (
                <li key={proposal.id}>
                  <DecidedLine proposal={proposal} words={words} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </>
  );
}

function Answer({ answer, view, words }: Props & { words: PlanWords }) {
  const { t } = useTranslation("plans");
  if (!answer) return null;
  if ("decided" in answer) {
    const { accepted, rejected, left } = answer.decided;
    return (
      <Banner
        tone={left > 0 ? "warn" : "success"}
        live
        action={
          <Link className="link" to={planAddress(view.plan)}>
            {t("proposals.toPlan")}
          </Link>
        }
      >
        {[
          accepted > 0 && t("proposals.nAccepted", { count: accepted }),
          rejected > 0 && t("proposals.nRejected", { count: rejected }),
          left > 0 && t("proposals.nLeft", { count: left }),
        ]
          .filter(Boolean)
          .join(" ")}
      </Banner>
    );
  }
  if ("refusal" in answer)
    return (
      <Banner tone="danger" live>
        {t(`refusal.${answer.refusal}` as "refusal.already-decided")}
      </Banner>
    );
  if ("conflict" in answer) {
    const { conflicts, proposalId } = answer.conflict;
    const proposal = view.open.find(({ id }) => id === proposalId);
    return (
      <Banner tone="warn" live title={t("proposals.changedMeanwhile")}>
        <ul>
          {conflicts.map((one) =>
            one.what === "field" ? (
              <li key={one.field}>
                {t("proposals.conflict", {
                  field: words.field(one.kind, one.field),
                  mine: words.value(one.kind, one.field, one.mine) ?? "–",
                  theirs: words.value(one.kind, one.field, one.theirs) ?? "–",
                })}
              </li>
            ) : (
              <li key={one.entryId}>{t("proposals.entryGone")}</li>
            ),
          )}
        </ul>
        {proposal && <p>{t("proposals.decideAgain")}</p>}
      </Banner>
    );
  }
  return null;
}

type CardProps = {
  proposal: ProposalView;
  view: ProposalsView;
  answer: AdoptAnswer;
  editing: boolean;
  words: PlanWords;
};

function ProposalCard({ proposal, view, answer, editing, words }: CardProps) {
  const { t } = useTranslation("plans");
  const { id, kind, section, proposed, current, provenance } = proposal;
  const answered =
    answer && "problems" in answer && answer.proposalId === id
      ? answer
      : undefined;
  const changes = diffFields(currentOf(proposal), proposed);
  const called = nameOf(proposal, words);
  return (
    <Card
      id={id}
      title={called}
      note={`${words.section(section)} · ${words.kind(kind)}`}
      aside={
        <Badge tone={current === null ? "info" : "neutral"}>
          {current === null ? t("proposals.new") : t("proposals.change")}
        </Badge>
      }
    >
      <div className="stack">
        {changes.length === 0 ? (
          <p>{t("proposals.same")}</p>
        ) : (
          <ul className="change-fields">
            {changes.map((change) => (
              <li key={change.field}>
                <ChangedField
                  plan={view.plan.kind}
                  kind={kind}
                  change={change}
                  words={words}
                />
              </li>
            ))}
          </ul>
        )}
        <details className="provenance">
          <summary>
            {t("provenance.from", { workshop: provenance.workshopTitle })}
          </summary>
          <dl className="fields fields-small">
            <ProvenanceFacts provenance={provenance} />
          </dl>
        </details>
        {view.mayDecide && (
          <Decisions
            proposal={proposal}
            view={view}
            refused={answered}
            editing={editing}
            words={words}
          />
        )}
      </div>
    </Card>
  );
}

/** What stands now in the fields that the proposal sets. */
function currentOf({ proposed, current }: ProposalView): Fields {
  return Object.fromEntries(
    Object.keys(proposed).map((field) => [field, current?.[field] ?? null]),
  );
}

/** What a proposal calls itself: its entry's words, its account, or the fields of a section that it fills. */
function nameOf(
  { kind, entryId, proposed }: ProposalView,
  words: PlanWords,
): string {
  if (kind === "portfolio_line") return words.entry(kind, entryId);
  return (
    entryTitle(proposed) ??
    Object.keys(proposed)
      .map((field) => words.field(kind, field))
      .join(", ")
  );
}

function Decisions({
  proposal,
  view,
  refused,
  editing,
  words,
}: Omit<CardProps, "answer"> & { refused: Refused }) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { locale } = useFormats();
  const { id, kind, proposed } = proposal;
  const definitions = fieldsOfKind(view.plan.kind, kind) ?? {};
  const { sentence } = useProblems(refused);
  const problems = refused?.problems ?? {};
  const rejecting = refused?.typed?.["intent"] === "reject";
  const open = editing || (refused !== undefined && !rejecting);
  const said = (problem: string) =>
    t(`fieldProblem.${problem}` as "fieldProblem.missing");
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="base" value={view.plan.version} />
      <input type="hidden" name="proposal" value={id} />
    </>
  );
  return (
    <>
      {!open && (
        <div className="actions">
          <Form method="post" preventScrollReset>
            {hidden("accept")}
            {Object.entries(proposed).map(([field, value]) => {
              const definition = definitions[field];
              return definition ? (
                <input
                  key={field}
                  type="hidden"
                  name={field}
                  value={formText(definition, value, locale)}
                />
              ) : null;
            })}
            <Button
              type="submit"
              kind="primary"
              icon="check"
              aria-label={t("proposals.acceptOne", {
                title: nameOf(proposal, words),
              })}
            >
              {common("actions.accept")}
            </Button>
          </Form>
          <Link
            className="button button-secondary"
            to={`?edit=${id}#${id}`}
            preventScrollReset
          >
            {t("proposals.editFirst")}
          </Link>
        </div>
      )}
      {open && (
        <Form
          method="post"
          className="stack panel"
          noValidate
          preventScrollReset
        >
          <FormErrors
            title={common("form.problems")}
            answer={refused}
            errors={Object.entries(problems).map(([field, problem]) =>
              field === "form"
                ? { message: sentence(problem) }
                : {
                    fieldId: `${id}-${field}`,
                    message: `${words.field(kind, field)}: ${said(problem)}`,
                  },
            )}
          />
          {hidden("accept")}
          <div className="field-grid">
            {Object.entries(proposed).map(([field, value]) => {
              const definition = definitions[field];
              if (!definition) return null;
              if (definition.kind === "account")
                return (
                  <input
                    key={field}
                    type="hidden"
                    name={field}
                    value={String(value ?? "")}
                  />
                );
              const problem = problems[field];
              return (
                <div
                  key={field}
                  className={
                    definition.kind === "long-text" ? "field-wide" : ""
                  }
                >
                  <FieldInput
                    kind={kind}
                    field={field}
                    definition={definition}
                    value={value}
                    typed={refused?.typed?.[field]}
                    error={problem === undefined ? undefined : said(problem)}
                    id={`${id}-${field}`}
                    names={view.names}
                    entries={[]}
                    words={words}
                  />
                </div>
              );
            })}
          </div>
          <div className="actions">
            <Button type="submit" kind="primary">
              {t("proposals.acceptEdited")}
            </Button>
            <Link
              className="button button-quiet"
              to={`.#${id}`}
              preventScrollReset
            >
              {common("actions.cancel")}
            </Link>
          </div>
        </Form>
      )}
      <Disclosure summary={t("proposals.reject")} open={rejecting}>
        <Form method="post" className="stack" noValidate preventScrollReset>
          {hidden("reject")}
          <TextArea
            name="comment"
            label={t("proposals.why")}
            id={`${id}-comment`}
            rows={2}
            maxLength={4000}
            required
            {...(rejecting &&
              problems["comment"] && {
                error: t("refusal.comment-missing"),
              })}
          />
          <Button type="submit" kind="danger">
            {common("actions.reject")}
          </Button>
        </Form>
      </Disclosure>
    </>
  );
}

function DecidedLine({
  proposal,
  words,
}: {
  proposal: ProposalView;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const { kind, status, decidedBy, decidedAt, comment, provenance } = proposal;
  const tone = status === "rejected" ? "neutral" : "success";
  return (
    <>
      <p>
        <Badge tone={tone}>{t(`proposals.status.${status}`)}</Badge>{" "}
        {words.kind(kind)}: {nameOf(proposal, words)}
      </p>
      <p className="text-muted text-small">
        {[
          decidedBy,
          decidedAt && formats.dateTime(decidedAt),
          provenance.workshopTitle,
          comment,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}
