import { useTranslation } from "react-i18next";
import {
  portfolioOf,
  type PortfolioPosition,
} from "~/domain/workshops/portfolio";
import { useFormats } from "~/platform/i18n/formats";
import { BubbleChart } from "~/ui/charts/bubble-chart";
import { type StepOf, useRoom } from "./room";

const quadrants = [
  "invest",
  "invest-selectively",
  "maintain",
  "manage-for-cash",
] as const;

/** The picture that the scores made: to read, and to find what surprises. */
export function PortfolioTask({ step }: { step: StepOf<"two-by-two"> }) {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  const { number, money } = useFormats();
  const positions = portfolioOf(view);
  const accountOf = (accountId: string) =>
    view.accounts.find(({ id }) => id === accountId);
  const placed = positions.flatMap(({ accountId, x, y }) => {
    const account = accountOf(accountId);
    return account && x !== null && y !== null ? [{ account, x, y }] : [];
  });
  return (
    <div className="stack-lg">
      <p>{texts.steps[step.id]?.instruction}</p>
      {placed.length === 0 ? (
        <p>{t("room.portfolio.nothing")}</p>
      ) : (
        <>
          <BubbleChart
            title={t("room.portfolio.title")}
            description={t("room.portfolio.description")}
            x={{ label: t("room.axis.strength"), min: 1, max: 10 }}
            y={{ label: t("room.axis.attractiveness"), min: 1, max: 10 }}
            split={{
              x: step.config.strengthFrom,
              y: step.config.attractivenessFrom,
            }}
            points={placed.map(({ account, x, y }) => ({
              id: account.id,
              name: account.name,
              x,
              y,
              size: account.facts?.revenue12m?.amount ?? undefined,
            }))}
            quadrants={{
              topRight: t("room.quadrant.invest"),
              topLeft: t("room.quadrant.invest-selectively"),
              bottomRight: t("room.quadrant.maintain"),
              bottomLeft: t("room.quadrant.manage-for-cash"),
            }}
            number={(value) => number(value, 1)}
            sizeText={(size) => money(size, view.currency)}
            labels={{
              table: t("room.portfolio.table"),
              name: t("room.pager.account"),
              size: t("room.facts.revenue"),
            }}
          />
          {quadrants.map((quadrant) => (
            <Quadrant
              key={quadrant}
              title={t(`room.quadrant.${quadrant}`)}
              positions={positions.filter((one) => one.quadrant === quadrant)}
            />
          ))}
        </>
      )}
    </div>
  );
}

type QuadrantProps = {
  title: string;
  positions: ReadonlyArray<PortfolioPosition>;
};

function Quadrant({ title, positions }: QuadrantProps) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const { number, percent } = useFormats();
  if (positions.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        {title} ({positions.length})
      </h2>
      <ul className="room-entries">
        {positions.map(({ accountId, x, y, coverage, overrideReason }) => (
          <li key={accountId} className="room-entry">
            <p className="room-entry-title">
              {view.accounts.find(({ id }) => id === accountId)?.name}
            </p>
            <p className="room-line-note">
              {t("room.axis.attractiveness")} {y !== null && number(y, 1)} ·{" "}
              {t("room.axis.strength")} {x !== null && number(x, 1)} ·{" "}
              {t("room.scores.coverage", { share: percent(coverage, 0) })}
            </p>
            {overrideReason && (
              <p>{t("room.portfolio.moved", { reason: overrideReason })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
