import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import {
  type Capacity,
  type Definition,
  type TierEffort,
  type TierId,
  tierIds,
} from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { NumberInput } from "~/ui/number-input";
import { Points } from "~/ui/points";
import { TextArea } from "~/ui/text-area";
import { type StepOf, useRoom } from "../participant/room";
import type { Names } from "../results/names";
import { CapacityResult, TiersResult } from "../results/tiers-result";

type Props = { step: StepOf<"cut-off">; names: Names };

/** How many the organisation can carry, where the line runs, and what is written down about it. */
export function CutOffDesk({ step, names }: Props) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  return (
    <>
      <Card
        title={t("cockpit.capacity.title")}
        note={t("cockpit.capacity.note")}
      >
        <div className="stack">
          <CapacityForm
            key={JSON.stringify(view.capacity)}
            step={step}
            names={names}
          />
          <CapacityResult view={view} names={names} />
        </div>
      </Card>
      <Card title={t("cockpit.cut.title")} note={t("cockpit.cut.note")}>
        <div className="stack">
          <CutForm step={step} names={names} />
          <TiersResult view={view} names={names} />
          <p className="text-sm text-muted">
            {t("results.tiers.stabilityNote")}
          </p>
        </div>
      </Card>
      <Card
        title={t("cockpit.definition.title")}
        note={t("cockpit.definition.note")}
      >
        <DefinitionForm key={JSON.stringify(view.definition)} step={step} />
      </Card>
    </>
  );
}

function CapacityForm({ step, names }: Props) {
  const { t } = useTranslation("workshops");
  const { locale } = useFormats();
  const { view, send } = useRoom();
  const saved: Capacity = view.capacity ?? {
    kamDays: 0,
    sponsors: 0,
    effort: {},
  };
  const [kamDays, setKamDays] = useState<number | null | undefined>(
    view.capacity?.kamDays ?? null,
  );
  const [sponsors, setSponsors] = useState<number | null | undefined>(
    view.capacity?.sponsors ?? null,
  );
  const [efforts, setEfforts] = useState<
    Readonly<Partial<Record<TierId, TierEffort>>>
  >(() =>
    Object.fromEntries(
      step.config.tiers.map(({ id, effort }) => [
        id,
        saved.effort[id] ?? effort,
      ]),
    ),
  );
  const [wrong, setWrong] = useState(false);
  const fits = (value: number | null | undefined): value is number =>
    typeof value === "number" && value >= 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const complete = fits(kamDays) && fits(sponsors);
    setWrong(!complete);
    if (!complete) return;
    send({
      type: "set-capacity",
      stepId: step.id,
      payload: { kamDays, sponsors, effort: efforts },
    });
  };
  const setEffort = (
    tier: TierId,
    kind: keyof TierEffort,
    value: number | null | undefined,
  ) => {
    const before = efforts[tier];
    if (before && fits(value))
      setEfforts({ ...efforts, [tier]: { ...before, [kind]: value } });
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <div className="field-row">
        <NumberInput
          locale={formatLocale(locale)}
          label={t("cockpit.capacity.days")}
          defaultValue={view.capacity?.kamDays ?? null}
          onNumber={setKamDays}
          error={
            wrong && !fits(kamDays) ? t("cockpit.capacity.missing") : undefined
          }
        />
        <NumberInput
          locale={formatLocale(locale)}
          label={t("cockpit.capacity.sponsors")}
          defaultValue={view.capacity?.sponsors ?? null}
          onNumber={setSponsors}
          error={
            wrong && !fits(sponsors) ? t("cockpit.capacity.missing") : undefined
          }
        />
      </div>
      {step.config.tiers.map(({ id }) => (
        <fieldset key={id} className="field-row">
          <legend className="font-semibold">
            {t("cockpit.capacity.each", { tier: names.tier(id) })}
          </legend>
          <NumberInput
            locale={formatLocale(locale)}
            label={t("cockpit.capacity.eachDays")}
            defaultValue={efforts[id]?.kamDays ?? 0}
            onNumber={(value) => setEffort(id, "kamDays", value)}
          />
          <NumberInput
            locale={formatLocale(locale)}
            label={t("cockpit.capacity.eachSponsors")}
            defaultValue={efforts[id]?.sponsors ?? 0}
            onNumber={(value) => setEffort(id, "sponsors", value)}
          />
        </fieldset>
      ))}
      <Button type="submit">{t("cockpit.capacity.save")}</Button>
    </form>
  );
}

function CutForm({ step, names }: Props) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  return (
    <div className="field-row">
      {tierIds
        .filter((tier) => step.config.tiers.some(({ id }) => id === tier))
        .map((tier) => (
          <Points
            key={tier}
            label={names.tier(tier)}
            value={view.cutOff[tier] ?? 0}
            max={view.accounts.length}
            labels={{
              less: t("cockpit.cut.less", { tier: names.tier(tier) }),
              more: t("cockpit.cut.more", { tier: names.tier(tier) }),
            }}
            onChange={(count) =>
              send({
                type: "set-cut-off",
                stepId: step.id,
                payload: { counts: { ...view.cutOff, [tier]: count } },
              })
            }
          />
        ))}
    </div>
  );
}

const parts = ["text", "entryRule", "exitRule", "reviewRule"] as const;

function DefinitionForm({ step }: Pick<Props, "step">) {
  const { t } = useTranslation("workshops");
  const { locale } = useFormats();
  const { view, send } = useRoom();
  const [typed, setTyped] = useState<Definition>(view.definition);
  const [wrong, setWrong] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { maximumCount } = typed;
    const ok =
      maximumCount === null ||
      (Number.isInteger(maximumCount) &&
        maximumCount >= 0 &&
        maximumCount <= 1_000);
    setWrong(!ok);
    if (ok) send({ type: "write-definition", stepId: step.id, payload: typed });
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      {parts.map((part) => (
        <TextArea
          key={part}
          label={t(`room.definition.${part}`)}
          value={typed[part]}
          onChange={({ target }) =>
            setTyped({ ...typed, [part]: target.value })
          }
          maxLength={2000}
          rows={part === "text" ? 3 : 2}
        />
      ))}
      <NumberInput
        locale={formatLocale(locale)}
        label={t("results.definition.maximumCount")}
        defaultValue={typed.maximumCount}
        onNumber={(value) =>
          setTyped({ ...typed, maximumCount: value ?? null })
        }
        error={wrong ? t("cockpit.definition.whole") : undefined}
      />
      <Button type="submit" kind="primary">
        {t("cockpit.definition.save")}
      </Button>
    </form>
  );
}
