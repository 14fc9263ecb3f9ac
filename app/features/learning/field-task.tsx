import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicFieldTask } from "~/domain/learning/public-block";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Banner } from "~/ui/banner";
import { Actions, Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { BlockFrame } from "./block-frame";
import type { FieldTaskView, LessonBlock } from "./lesson-blocks.server";
import { useBlock } from "./use-block";

/** The if-then task on the learner's own account; the manager's word makes it evidence. */
export function FieldTask({ loaded }: { loaded: LessonBlock }) {
  const block = loaded.block as PublicFieldTask;
  const { view, done, busy, problem, reason, send } =
    useBlock<FieldTaskView>(loaded);
  const { t } = useTranslation("learning");
  const { date } = useFormats();
  const [accountId, setAccountId] = useState(view.accountId ?? "");
  const [ifText, setIfText] = useState(view.ifText);
  const [thenText, setThenText] = useState(view.thenText);
  const [evidenceText, setEvidenceText] = useState(view.evidenceText);
  const { texts } = block;
  const fixed = view.status === "submitted" || view.status === "confirmed";
  const write = (intent: "save-task" | "send-task") =>
    send({
      intent,
      blockId: block.id,
      accountId: accountId === "" ? null : accountId,
      ifText,
      thenText,
      evidenceText,
    });
  const errorAt = (at: string) =>
    reason === at && problem ? problem : undefined;
  return (
    <BlockFrame
      id={block.id}
      label={t("task.label")}
      icon="plan"
      done={done}
      note={
        <>
          <Badge tone={view.status === "confirmed" ? "success" : "neutral"}>
            {t(`task.status.${view.status}`)}
          </Badge>
          {view.dueOn && (
            <span>{t("task.due", { date: date(view.dueOn) })}</span>
          )}
        </>
      }
    >
      <h3>{texts.title}</h3>
      <p>{texts.task}</p>
      {view.decisionComment && (
        <Banner tone="info" title={t("task.comment")}>
          {view.decisionComment}
          {view.rating !== null && (
            <> · {t("task.rating", { rating: view.rating })}</>
          )}
        </Banner>
      )}
      <Select
        label={t("task.account")}
        value={accountId}
        onChange={(event) => setAccountId(event.currentTarget.value)}
        disabled={fixed}
        error={errorAt("account-missing")}
        placeholder={t("task.accountNone")}
      >
        {[true, false].map((own) => (
          <optgroup
            key={String(own)}
            label={t(own ? "task.own" : "task.other")}
          >
            {view.accounts
              .filter((account) => account.own === own)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <TextArea
        label={t("task.if")}
        hint={texts.ifTemplate}
        rows={2}
        maxLength={4000}
        value={ifText}
        onChange={(event) => setIfText(event.currentTarget.value)}
        readOnly={fixed}
        error={errorAt("if-then-missing")}
      />
      <TextArea
        label={t("task.then")}
        hint={texts.thenTemplate}
        rows={2}
        maxLength={4000}
        value={thenText}
        onChange={(event) => setThenText(event.currentTarget.value)}
        readOnly={fixed}
      />
      <TextArea
        label={t("task.evidence")}
        hint={`${texts.evidence} ${t("task.evidenceHint")}`}
        rows={5}
        maxLength={4000}
        value={evidenceText}
        onChange={(event) => setEvidenceText(event.currentTarget.value)}
        readOnly={fixed}
        error={errorAt("evidence-missing")}
      />
      {reason?.startsWith("field-task") && problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {!fixed && (
        <Actions>
          <Button type="button" busy={busy} onClick={() => write("save-task")}>
            {t("task.save")}
          </Button>
          <Button
            type="button"
            kind="primary"
            busy={busy}
            onClick={() => write("send-task")}
          >
            {t("task.send")}
          </Button>
        </Actions>
      )}
    </BlockFrame>
  );
}
