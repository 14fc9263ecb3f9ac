import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateTexts } from "~/domain/workshops/template";
import { type Axis, axes, type NoteGroup } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { Button, IconButton } from "~/ui/button";
import { Card } from "~/ui/card";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { TextInput } from "~/ui/text-input";
import { type StepOf, useRoom } from "../participant/room";
import { randomId } from "../random-id";
import type { Names } from "../results/names";

type Props = {
  step: StepOf<"weighting">;
  names: Names;
  texts: TemplateTexts;
};

type Draft = {
  criterionId: string;
  axis: Axis;
  name: string;
  definition: string;
  lowAnchor: string;
  highAnchor: string;
  groupId: string | null;
};

/** The list of criteria while the room chooses: from the template, from the groups of notes, or written anew. */
export function CriteriaDesk({ step, names, texts }: Props) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { minimumPerAxis, maximumPerAxis, candidates } = step.config;
  const chosen = new Set(view.criteria.map(({ id }) => id));
  const used = new Set(view.criteria.map(({ groupId }) => groupId));
  const fresh = (axis: Axis, group: NoteGroup | null = null): Draft => ({
    criterionId: randomId(),
    axis,
    name: group?.title ?? "",
    definition: "",
    lowAnchor: "",
    highAnchor: "",
    groupId: group?.id ?? null,
  });
  const edit = (criterionId: string, axis: Axis, groupId: string | null) => {
    setDraft({ criterionId, axis, groupId, ...names.criterion(criterionId) });
  };
  const groups = view.groups.filter(({ id }) => !used.has(id));
  return (
    <Card
      title={t("cockpit.criteria.title")}
      note={t("cockpit.criteria.note", {
        from: minimumPerAxis,
        to: maximumPerAxis,
      })}
    >
      <div className="stack-lg">
        <div className="two-columns">
          {axes.map((axis) => {
            const ofAxis = view.criteria.filter((one) => one.axis === axis);
            const fits =
              ofAxis.length >= minimumPerAxis &&
              ofAxis.length <= maximumPerAxis;
            return (
              <section key={axis} className="stack">
                <h3>
                  {t(`room.axis.${axis}`)}{" "}
                  <Badge tone={fits ? "success" : "warn"}>
                    {ofAxis.length}
                  </Badge>
                </h3>
                <ul className="entries">
                  {ofAxis.map(({ id, groupId }) => {
                    const { name, definition } = names.criterion(id);
                    return (
                      <li key={id} className="entry">
                        <p className="entry-title">{name}</p>
                        {definition && <p className="text-sm">{definition}</p>}
                        <div className="desk-tools">
                          <IconButton
                            type="button"
                            icon="edit"
                            label={t("cockpit.criteria.edit", { name })}
                            onClick={() => edit(id, axis, groupId)}
                          />
                          <IconButton
                            type="button"
                            icon="bin"
                            label={t("cockpit.criteria.drop", { name })}
                            onClick={() =>
                              send({
                                type: "drop-criterion",
                                stepId: step.id,
                                payload: { criterionId: id },
                              })
                            }
                          />
                        </div>
                      </li>
                    );
                  })}
                </ul>
                <div className="actions">
                  {candidates
                    .filter((one) => one.axis === axis && !chosen.has(one.id))
                    .map(({ id }) => (
                      <Button
                        key={id}
                        type="button"
                        icon="plus"
                        onClick={() =>
                          send({
                            type: "put-criterion",
                            stepId: step.id,
                            payload: {
                              criterionId: id,
                              axis,
                              name: null,
                              definition: null,
                              lowAnchor: null,
                              highAnchor: null,
                              groupId: null,
                            },
                          })
                        }
                      >
                        {texts.criteria[id]?.name ?? id}
                      </Button>
                    ))}
                  <Button
                    type="button"
                    kind="quiet"
                    icon="edit"
                    onClick={() => setDraft(fresh(axis))}
                  >
                    {t("cockpit.criteria.own")}
                  </Button>
                </div>
              </section>
            );
          })}
        </div>
        {groups.length > 0 && (
          <section className="stack">
            <h3>{t("cockpit.criteria.fromGroups")}</h3>
            <ul className="entries">
              {groups.map((group) => (
                <li key={group.id} className="entry">
                  <p className="entry-title">{group.title}</p>
                  <div className="actions">
                    {axes.map((axis) => (
                      <Button
                        key={axis}
                        type="button"
                        icon="plus"
                        aria-label={t("cockpit.criteria.makeThis", {
                          title: group.title,
                          axis: t(`room.axis.${axis}`),
                        })}
                        onClick={() => setDraft(fresh(axis, group))}
                      >
                        {t("cockpit.criteria.make", {
                          axis: t(`room.axis.${axis}`),
                        })}
                      </Button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {draft && (
        <CriterionDialog
          key={draft.criterionId}
          draft={draft}
          template={texts.criteria[draft.criterionId]}
          onClose={() => setDraft(null)}
          onSave={(payload) => {
            send({ type: "put-criterion", stepId: step.id, payload });
            setDraft(null);
          }}
        />
      )}
    </Card>
  );
}

type Payload = {
  criterionId: string;
  axis: Axis;
  name: string | null;
  definition: string | null;
  lowAnchor: string | null;
  highAnchor: string | null;
  groupId: string | null;
};

function CriterionDialog({
  draft,
  template,
  onClose,
  onSave,
}: {
  draft: Draft;
  template: TemplateTexts["criteria"][string] | undefined;
  onClose: () => void;
  onSave: (payload: Payload) => void;
}) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState(draft);
  const [empty, setEmpty] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(typed.name.trim() === "");
    if (typed.name.trim() === "") return;
    // What still reads as the template keeps the template's text, in each person's language.
    const own = (
      field: "name" | "definition" | "lowAnchor" | "highAnchor",
    ): string | null =>
      typed[field] === (template?.[field] ?? "") ? null : typed[field].trim();
    onSave({
      criterionId: typed.criterionId,
      axis: typed.axis,
      name: own("name"),
      definition: own("definition"),
      lowAnchor: own("lowAnchor"),
      highAnchor: own("highAnchor"),
      groupId: typed.groupId,
    });
  };
  const set = (to: Partial<Draft>) => setTyped({ ...typed, ...to });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("cockpit.criteria.dialog")}
      closeLabel={common("actions.cancel")}
    >
      <form className="stack" onSubmit={save} noValidate>
        <Select
          label={t("cockpit.criteria.axis")}
          value={typed.axis}
          onChange={({ target }) =>
            set({ axis: target.value === "strength" ? "strength" : axes[0] })
          }
          options={axes.map((axis) => ({
            value: axis,
            label: t(`room.axis.${axis}`),
          }))}
        />
        <TextInput
          label={t("cockpit.criteria.name")}
          value={typed.name}
          onChange={({ target }) => set({ name: target.value })}
          maxLength={120}
          required
          error={empty ? t("room.notes.empty") : undefined}
        />
        <TextArea
          label={t("cockpit.criteria.definition")}
          value={typed.definition}
          onChange={({ target }) => set({ definition: target.value })}
          maxLength={500}
          rows={2}
        />
        <TextInput
          label={t("cockpit.criteria.low")}
          value={typed.lowAnchor}
          onChange={({ target }) => set({ lowAnchor: target.value })}
          maxLength={500}
        />
        <TextInput
          label={t("cockpit.criteria.high")}
          value={typed.highAnchor}
          onChange={({ target }) => set({ highAnchor: target.value })}
          maxLength={500}
        />
        <Button type="submit" kind="primary">
          {common("actions.save")}
        </Button>
      </form>
    </Dialog>
  );
}
