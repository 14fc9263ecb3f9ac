import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { roundKey } from "~/domain/workshops/phases";
import { axes, type Axis, type Round } from "~/domain/workshops/types";
import { useAnnounce } from "~/ui/announcer";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Points } from "~/ui/points";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { criterionText, type StepOf, useRoom } from "./room";
import { useDraft } from "./use-draft";

type Spread = Readonly<Record<string, number>>;
type Props = { step: StepOf<"weighting">; round: Round };

const budget = 100;
const pressOf = 5;

/** Spreads 100 points per axis; nothing is sent before both add up. */
export function PointsForm({ step, round }: Props) {
  const { t } = useTranslation("workshops");
  const { view, me, texts, send } = useRoom();
  const announce = useAnnounce();
  const stateOf = useEntryState();
  const [tried, setTried] = useState(false);
  const given = (of: Round) =>
    view.points[roundKey(step.id, of)]?.[me.id]?.points;
  const saved = given(round);
  // The second round begins where one stood after the first.
  const begin = saved ?? given(1) ?? {};
  const [draft, setDraft, clearDraft] = useDraft<Spread | null>(
    `points/${step.id}/${round}`,
    null,
  );
  const points: Spread = Object.fromEntries(
    view.criteria.map(({ id }) => [id, draft?.[id] ?? begin[id] ?? 0]),
  );
  const onAxis = (axis: Axis) =>
    view.criteria.filter((one) => one.axis === axis);
  const left = (axis: Axis) =>
    budget - onAxis(axis).reduce((sum, { id }) => sum + (points[id] ?? 0), 0);
  const used = axes.filter((axis) => onAxis(axis).length > 0);
  const wrong = used.filter((axis) => left(axis) !== 0);
  const changed =
    saved === undefined ||
    view.criteria.some(({ id }) => points[id] !== saved[id]);

  const spreadEvenly = (axis: Axis) => {
    const ids = onAxis(axis).map(({ id }) => id);
    const each = Math.floor(budget / ids.length);
    const rest = budget - each * ids.length;
    setDraft({
      ...points,
      ...Object.fromEntries(
        ids.map((id, index) => [id, each + (index < rest ? 1 : 0)]),
      ),
    });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = wrong;
    if (first) {
      document.querySelector<HTMLElement>(`#left-${first}`)?.focus();
      return;
    }
    send({
      type: "allocate-points",
      stepId: step.id,
      payload: { round, points },
    });
    clearDraft();
    announce(t("room.points.saved"));
  };

  return (
    <form className="stack-lg" onSubmit={save} noValidate>
      <RefusedEntries types={["allocate-points"]} />
      {used.map((axis) => (
        <fieldset key={axis} className="points-axis stack">
          <legend>
            <h2>{t(`room.axis.${axis}`)}</h2>
          </legend>
          <p className="room-line-note">{t(`room.axisMeaning.${axis}`)}</p>
          {onAxis(axis).map((criterion) => {
            const { name, definition } = criterionText(texts, criterion);
            return (
              <Points
                key={criterion.id}
                label={name}
                hint={definition}
                value={points[criterion.id] ?? 0}
                max={budget}
                step={pressOf}
                onChange={(value) =>
                  setDraft({ ...points, [criterion.id]: value })
                }
                labels={{
                  less: t("room.points.less", { name }),
                  more: t("room.points.more", { name }),
                }}
              />
            );
          })}
          <div className="points-left">
            <output
              id={`left-${axis}`}
              tabIndex={-1}
              data-state={
                left(axis) === 0 ? "even" : left(axis) < 0 ? "over" : "under"
              }
            >
              {left(axis) === 0
                ? t("room.points.even")
                : left(axis) > 0
                  ? t("room.points.left", { count: left(axis) })
                  : t("room.points.tooMany", { count: -left(axis) })}
            </output>
            <Button
              type="button"
              kind="quiet"
              aria-label={t("room.points.evenlyOn", {
                axis: t(`room.axis.${axis}`),
              })}
              onClick={() => spreadEvenly(axis)}
            >
              {t("room.points.evenly")}
            </Button>
          </div>
        </fieldset>
      ))}
      {tried && wrong.length > 0 && (
        <Banner tone="danger" live>
          {wrong.map((axis) => (
            <p key={axis}>
              {t("room.points.notHundred", {
                axis: t(`room.axis.${axis}`),
                sum: budget - left(axis),
              })}
            </p>
          ))}
        </Banner>
      )}
      <div className="stack">
        <Button type="submit" kind="primary" wide>
          {t(saved ? "room.points.saveAgain" : "room.points.save")}
        </Button>
        {changed ? (
          <p className="room-line-note">
            {t(saved ? "room.points.changed" : "room.points.notSent")}
          </p>
        ) : (
          <EntryMark
            state={stateOf(({ type }) => type === "allocate-points")}
          />
        )}
      </div>
    </form>
  );
}
