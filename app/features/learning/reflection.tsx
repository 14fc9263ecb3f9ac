import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicReflection } from "~/domain/learning/public-block";
import { Actions, Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { BlockFrame } from "./block-frame";
import type { LessonBlock, ReflectionView } from "./lesson-blocks.server";
import { useBlock } from "./use-block";

/** A private journal entry. */
export function Reflection({ loaded }: { loaded: LessonBlock }) {
  const block = loaded.block as PublicReflection;
  const { view, done, busy, problem, send } = useBlock<ReflectionView>(loaded);
  const { t } = useTranslation("learning");
  const [text, setText] = useState(view.text);
  const saved = text === view.text && text !== "";
  return (
    <BlockFrame
      id={block.id}
      label={t("reflection.label")}
      icon="edit"
      done={done}
      note={<span className="field-hint">{t("reflection.private")}</span>}
    >
      <TextArea
        label={block.texts.prompt}
        hint={block.texts.hint}
        rows={5}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => {
          if (text !== view.text)
            send({ intent: "reflect", blockId: block.id, text });
        }}
        error={problem ?? undefined}
      />
      <Actions>
        <Button
          type="button"
          busy={busy}
          onClick={() => send({ intent: "reflect", blockId: block.id, text })}
        >
          {t("reflection.save")}
        </Button>
        <span role="status">{saved && !busy ? t("reflection.saved") : ""}</span>
      </Actions>
    </BlockFrame>
  );
}
