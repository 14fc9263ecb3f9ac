import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PlanEntry } from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import { BarList } from "~/ui/charts/bar-list";
import { BubbleChart } from "~/ui/charts/bubble-chart";
import type { PlanView } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = { view: PlanView; words: PlanWords };

/** The criteria's weights, one list an axis; their spread in the two rounds beside them. */
export function CriteriaWeights({ view, words }: Props) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const criteria = view.document.entries.filter(
    ({ kind, fields }) =>
      kind === "criterion" && fields["weight"] !== undefined,
  );
  return (["attractiveness", "strength"] as const).map((axis, index) => {
    const ofAxis = criteria
      .filter(({ fields }) => fields["axis"] === axis)
      .toSorted(
        (a, b) => Number(b.fields["weight"]) - Number(a.fields["weight"]),
      );
    if (ofAxis.length === 0) return null;
    const total = ofAxis.reduce(
      (sum, { fields }) => sum + Number(fields["weight"] ?? 0),
      0,
    );
    return (
      <div key={axis} className="stack">
        <h3>
          {t("programme.weights", {
            axis: words.choice("axis", axis),
            total: formats.number(total, Number.isInteger(total) ? 0 : 2),
          })}
        </h3>
        <BarList
          label={t("programme.weights", {
            axis: words.choice("axis", axis),
            total: formats.number(total, Number.isInteger(total) ? 0 : 2),
          })}
          max={100}
          bars={ofAxis.map(({ id, kind, fields }) => ({
            id,
            label: words.entry(kind, id),
            value: Number(fields["weight"]),
            text: words.value(kind, "weight", fields["weight"]) ?? "–",
            note: spread(fields, words, t("programme.spread")),
            series: index === 0 ? 1 : 3,
          }))}
        />
      </div>
    );
  });
}

function spread(
  fields: PlanEntry["fields"],
  words: PlanWords,
  label: string,
): string | undefined {
  const rounds = ["dispersionRound1", "dispersionRound2"]
    .map((field) => words.value("criterion", field, fields[field]))
    .filter((text) => text !== null);
  return rounds.length > 0 ? `${label}: ${rounds.join(" → ")}` : undefined;
}

const tiers = ["key", "candidate", "standard", "former"] as const;

/** The two-by-two of the accounts, then who is in which tier and why. */
export function Portfolio({ view, words }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const formats = useFormats();
  const lines = view.document.entries.filter(
    ({ kind }) => kind === "portfolio_line",
  );
  const placed = lines.filter(
    ({ fields }) => fields["x"] !== undefined && fields["y"] !== undefined,
  );
  const used = tiers.filter((tier) =>
    placed.some(({ fields }) => (fields["tier"] ?? "standard") === tier),
  );
  return (
    <>
      {placed.length > 0 && (
        <BubbleChart
          title={t("programme.portfolioTitle")}
          description={t("programme.portfolioDescription", {
            count: placed.length,
          })}
          x={{
            label: words.field("portfolio_line", "x"),
            min: 1,
            max: 10,
            low: t("programme.weak"),
            high: t("programme.strong"),
          }}
          y={{
            label: words.field("portfolio_line", "y"),
            min: 1,
            max: 10,
            low: t("programme.low"),
            high: t("programme.high"),
          }}
          points={placed.map(({ id, kind, fields }) => ({
            id,
            name: words.entry(kind, id),
            x: Number(fields["x"]),
            y: Number(fields["y"]),
            group: Math.max(
              0,
              used.findIndex((tier) => tier === (fields["tier"] ?? "standard")),
            ),
          }))}
          groups={used.map((tier) => words.choice("tier", tier))}
          quadrants={{
            topLeft: words.choice("quadrant", "invest-selectively"),
            topRight: words.choice("quadrant", "invest"),
            bottomLeft: words.choice("quadrant", "manage-for-cash"),
            bottomRight: words.choice("quadrant", "maintain"),
          }}
          number={(value) => formats.number(value, 1)}
          labels={{
            table: common("chart.showTable"),
            name: words.field("portfolio_line", "accountId"),
            group: words.field("portfolio_line", "tier"),
          }}
        />
      )}
      {tiers.map((tier) => {
        const inTier = lines
          .filter(({ fields }) => fields["tier"] === tier)
          .toSorted(
            (a, b) =>
              Number(a.fields["rank"] ?? 1e9) - Number(b.fields["rank"] ?? 1e9),
          );
        return inTier.length === 0 ? null : (
          <div key={tier} className="stack">
            <h3>
              {t("programme.tierCount", {
                tier: words.choice("tier", tier),
                count: inTier.length,
              })}
            </h3>
            <ul className="tier-list">
              {inTier.map((line) => (
                <li key={line.id}>
                  <TierLine line={line} words={words} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

/** The account and why it stands here: its score and rank, and the reason where people moved it. */
function TierLine({ line, words }: { line: PlanEntry; words: PlanWords }) {
  const { kind, id, fields } = line;
  const said = (field: string) => {
    const text = words.value(kind, field, fields[field]);
    return text === null ? null : `${words.field(kind, field)} ${text}`;
  };
  const reason = words.value(kind, "overrideReason", fields["overrideReason"]);
  return (
    <>
      <Link className="link" to={`/accounts/${id}`}>
        {words.entry(kind, id)}
      </Link>
      <span className="text-muted text-small">
        {[
          said("score"),
          said("rank"),
          said("rankStability"),
          words.value(kind, "quadrant", fields["quadrant"]),
          reason,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}
