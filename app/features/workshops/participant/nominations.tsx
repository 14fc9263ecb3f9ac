import { useTranslation } from "react-i18next";
import { roundKey } from "~/domain/workshops/phases";
import { Checkbox } from "~/ui/choices";
import { Icon } from "~/ui/icons";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { type StepOf, useRoom } from "./room";

type Props = { step: StepOf<"brainstorm">; revealed: boolean };

/** Which accounts one holds to be key: ticked privately, counted together after the reveal. */
export function Nominations({ step, revealed }: Props) {
  const { t } = useTranslation("workshops");
  const { view, me } = useRoom();
  const ticked =
    view.nominations[roundKey(step.id, 1)]?.[me.id]?.accountIds ?? [];
  return (
    <section className="stack" aria-labelledby="nominations-title">
      <h2 id="nominations-title">{t("room.nominations.title")}</h2>
      {revealed ? (
        <Overlap ticked={ticked} />
      ) : (
        <Ticks step={step} ticked={ticked} />
      )}
    </section>
  );
}

function Ticks({
  step,
  ticked,
}: {
  step: StepOf<"brainstorm">;
  ticked: ReadonlyArray<string>;
}) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const stateOf = useEntryState();
  const tick = (accountId: string, on: boolean) =>
    send({
      type: "nominate",
      stepId: step.id,
      payload: {
        accountIds: on
          ? [...ticked.filter((id) => id !== accountId), accountId]
          : ticked.filter((id) => id !== accountId),
      },
    });
  return (
    <>
      <RefusedEntries types={["nominate"]} />
      <details className="disclosure">
        <summary>
          <Icon name="chevron-right" />
          {t("room.nominations.ticked", {
            count: ticked.length,
            total: view.accounts.length,
          })}
        </summary>
        <fieldset className="disclosure-body">
          <legend className="sr-only">{t("room.nominations.title")}</legend>
          {view.accounts.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={ticked.includes(id)}
              onChange={({ target }) => tick(id, target.checked)}
            />
          ))}
        </fieldset>
      </details>
      {ticked.length > 0 && (
        <EntryMark state={stateOf(({ type }) => type === "nominate")} />
      )}
    </>
  );
}

function Overlap({ ticked }: { ticked: ReadonlyArray<string> }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const { nominations } = view.results;
  if (!nominations || nominations.named.length === 0)
    return <p>{t("room.nominations.nobody")}</p>;
  return (
    <ol className="room-entries">
      {nominations.named.map(({ accountId, people }) => (
        <li key={accountId} className="room-line">
          <span>
            {view.accounts.find(({ id }) => id === accountId)?.name}
            {ticked.includes(accountId) && (
              <span className="room-line-note">
                {" "}
                · {t("room.nominations.you")}
              </span>
            )}
          </span>
          <span className="room-line-end">
            {t("room.nominations.by", {
              count: people,
              total: nominations.people,
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
