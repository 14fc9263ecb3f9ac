import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Participant } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { Button, IconButton } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Icon } from "~/ui/icons";
import { useRoom } from "../participant/room";

/** Who is here, who is offline, who is done; and who leads. */
export function PeoplePanel() {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { view, here, me, send } = useRoom();
  const [asked, setAsked] = useState<{
    what: "remove" | "share";
    person: Participant;
    name: string;
  } | null>(null);
  const present = view.participants.filter(({ removed }) => !removed);
  const people = present.filter(({ role }) => role === "participant");
  const leaders = present.filter(({ role }) => role === "facilitator");
  const done = new Set(view.done[view.currentStepId ?? ""] ?? []);
  const nameOf = ({ name }: Participant, index: number) =>
    name || t("cockpit.people.unnamed", { number: index + 1 });
  const closed = view.status === "closed";
  return (
    <div className="stack">
      <h3>{t("cockpit.people.leaders")}</h3>
      <ul className="people-list">
        {leaders.map((person) => (
          <li key={person.id}>
            <Presence here={here.has(person.id)} />
            <span className="people-name">{person.name}</span>
            {person.id === me.id && leaders.length > 1 && !closed && (
              <Button
                type="button"
                kind="quiet"
                onClick={() =>
                  send({
                    type: "release-facilitator",
                    stepId: null,
                    payload: {},
                  })
                }
              >
                {t("cockpit.people.release")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h3>{t("cockpit.people.participants", { count: people.length })}</h3>
      {people.length === 0 ? (
        <p className="text-muted">{t("cockpit.people.nobody")}</p>
      ) : (
        <ul className="people-list">
          {people.map((person, index) => {
            const name = nameOf(person, index);
            return (
              <li key={person.id}>
                <Presence here={here.has(person.id)} />
                <span className="people-name">
                  {name}
                  {person.unit && (
                    <span className="text-sm text-muted"> {person.unit}</span>
                  )}
                </span>
                {done.has(person.id) && (
                  <Badge tone="success" icon="check">
                    {t("cockpit.people.done")}
                  </Badge>
                )}
                {!closed && (
                  <>
                    {view.mode !== "anonymous" && (
                      <IconButton
                        type="button"
                        icon="key"
                        label={t("cockpit.people.share", { name })}
                        onClick={() =>
                          setAsked({ what: "share", person, name })
                        }
                      />
                    )}
                    <IconButton
                      type="button"
                      icon="bin"
                      label={t("cockpit.people.remove", { name })}
                      onClick={() => setAsked({ what: "remove", person, name })}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ConfirmDialog
        open={asked !== null}
        danger={asked?.what === "remove"}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (!asked) return;
          send({
            type:
              asked.what === "remove"
                ? "remove-participant"
                : "grant-facilitator",
            stepId: null,
            payload: { participantId: asked.person.id },
          });
          setAsked(null);
        }}
        title={
          asked ? t(`cockpit.people.${asked.what}`, { name: asked.name }) : ""
        }
        labels={{
          confirm: common("actions.confirm"),
          cancel: common("actions.cancel"),
        }}
      >
        {asked && <p>{t(`cockpit.people.${asked.what}Text`)}</p>}
      </ConfirmDialog>
    </div>
  );
}

function Presence({ here }: { here: boolean }) {
  const { t } = useTranslation("workshops");
  return (
    <span className={here ? "text-success" : "text-muted"}>
      <Icon
        name={here ? "check-circle" : "offline"}
        label={t(here ? "cockpit.people.here" : "cockpit.people.away")}
      />
    </span>
  );
}
