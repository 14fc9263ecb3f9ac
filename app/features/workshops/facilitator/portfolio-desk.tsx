import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import { portfolioOf } from "~/domain/workshops/portfolio";
import { useFormats } from "~/platform/i18n/formats";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Dialog } from "~/ui/dialog";
import { NumberInput } from "~/ui/number-input";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { type StepOf, useRoom } from "../participant/room";
import type { Names } from "../results/names";
import { PortfolioResult } from "../results/portfolio-result";
import { AccountsDesk } from "./accounts-desk";

type Props = { step: StepOf<"two-by-two">; names: Names };
type Move = { accountId: string; x: number; y: number };

/** The two-by-two as the scores made it; an account is moved with a written reason only. */
export function PortfolioDesk({ step, names }: Props) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const [move, setMove] = useState<Move | null>(null);
  const [chosen, setChosen] = useState("");
  const positions = portfolioOf(view);
  if (positions.length === 0)
    return (
      <Card title={t("cockpit.portfolio.title")}>
        <Banner tone="info">{t("results.portfolio.none")}</Banner>
      </Card>
    );
  const startMove = (accountId: string) => {
    const at = positions.find((one) => one.accountId === accountId);
    if (at) setMove({ accountId, x: at.x ?? 5.5, y: at.y ?? 5.5 });
  };
  return (
    <>
      <Card
        title={t("cockpit.portfolio.title")}
        note={t("results.portfolio.ring")}
      >
        <div className="stack">
          <PortfolioResult
            view={view}
            names={names}
            onMove={(accountId, { x, y }) => setMove({ accountId, x, y })}
          />
          <div className="field-row">
            <Select
              label={t("cockpit.portfolio.account")}
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
              placeholder={t("room.objectives.choose")}
              options={positions.map(({ accountId }) => ({
                value: accountId,
                label: names.account(accountId),
              }))}
            />
            <div>
              <Button
                type="button"
                aria-disabled={chosen === "" || undefined}
                onClick={() => chosen && startMove(chosen)}
              >
                {t("cockpit.portfolio.move")}
              </Button>
            </div>
          </div>
          {view.overrides.length > 0 && (
            <section className="stack">
              <h3>{t("cockpit.portfolio.moved")}</h3>
              <ul className="entries">
                {view.overrides.map(({ accountId, reason }) => (
                  <li key={accountId} className="entry">
                    <p className="entry-title">{names.account(accountId)}</p>
                    <p className="entry-text">{reason}</p>
                    <div className="actions">
                      <Button
                        type="button"
                        aria-label={t("cockpit.portfolio.clearThis", {
                          name: names.account(accountId),
                        })}
                        onClick={() =>
                          send({
                            type: "clear-override",
                            stepId: step.id,
                            payload: { accountId },
                          })
                        }
                      >
                        {t("cockpit.portfolio.clear")}
                      </Button>
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </Card>
      <AccountsDesk mayChangeList={false} />
      {move && (
        <MoveDialog
          key={move.accountId}
          move={move}
          name={names.account(move.accountId)}
          onClose={() => setMove(null)}
          onSave={(payload) => {
            send({ type: "override-position", stepId: step.id, payload });
            setMove(null);
          }}
        />
      )}
    </>
  );
}

function MoveDialog({
  move,
  name,
  onClose,
  onSave,
}: {
  move: Move;
  name: string;
  onClose: () => void;
  onSave: (payload: Move & { reason: string }) => void;
}) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { locale } = useFormats();
  const [x, setX] = useState<number | null | undefined>(move.x);
  const [y, setY] = useState<number | null | undefined>(move.y);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const onScale = (value: number | null | undefined): value is number =>
    typeof value === "number" && value >= 1 && value <= 10;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!onScale(x) || !onScale(y) || reason.trim() === "") return;
    onSave({ accountId: move.accountId, x, y, reason });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("cockpit.portfolio.moveTitle", { name })}
      closeLabel={common("actions.cancel")}
    >
      <form className="stack" onSubmit={save} noValidate>
        <div className="field-row">
          <NumberInput
            locale={formatLocale(locale)}
            label={t("room.axis.strength")}
            defaultValue={move.x}
            onNumber={setX}
            error={
              tried && !onScale(x) ? t("cockpit.portfolio.scale") : undefined
            }
          />
          <NumberInput
            locale={formatLocale(locale)}
            label={t("room.axis.attractiveness")}
            defaultValue={move.y}
            onNumber={setY}
            error={
              tried && !onScale(y) ? t("cockpit.portfolio.scale") : undefined
            }
          />
        </div>
        <TextArea
          label={t("cockpit.portfolio.reason")}
          hint={t("cockpit.portfolio.reasonHint")}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          maxLength={500}
          rows={2}
          required
          error={
            tried && reason.trim() === "" ? t("room.notes.empty") : undefined
          }
        />
        <Button type="submit" kind="primary">
          {t("cockpit.portfolio.move")}
        </Button>
      </form>
    </Dialog>
  );
}
