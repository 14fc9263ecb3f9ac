import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicQuiz } from "~/domain/learning/public-block";
import type { QuizAnswer } from "~/domain/learning/score-quiz";
import { Banner } from "~/ui/banner";
import { Actions, Button } from "~/ui/button";
import { AnswerReviewPanel } from "./answer-review";
import { BlockFrame } from "./block-frame";
import type { LessonBlock, QuizView } from "./lesson-blocks.server";
import { QuizAnswerInput } from "./quiz-answer";
import { useBlock } from "./use-block";

/** How long typing rests before half an answer is kept. */
const draftDelayMs = 600;

/** A question: what is entered is kept at once as a draft, so that it is there on any device. */
export function Quiz({ loaded }: { loaded: LessonBlock }) {
  const item = loaded.block as PublicQuiz;
  const { view, done, busy, problem, send } = useBlock<QuizView>(loaded);
  const { t } = useTranslation("learning");
  const [answer, setAnswer] = useState<QuizAnswer | null>(view.answer);
  const [justAnswered, setJustAnswered] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: QuizAnswer) => {
    setAnswer(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => send({ intent: "draft", blockId: item.id, answer: next }),
      draftDelayMs,
    );
  };
  const submit = () => {
    clearTimeout(timer.current);
    setJustAnswered(true);
    send({
      intent: "answer",
      blockId: item.id,
      attemptId: crypto.randomUUID(),
      answer:
        answer ??
        (item.kind === "ordering"
          ? { order: item.options.map(({ id }) => id) }
          : { options: [] }),
    });
  };
  return (
    <BlockFrame id={item.id} label={t("quiz.label")} icon="target" done={done}>
      <QuizAnswerForm
        item={item}
        answer={view.review ? view.answer : answer}
        answered={view.review !== null}
        onChange={change}
        onSubmit={submit}
        error={problem ?? undefined}
        busy={busy}
      />
      {view.updated && <Banner tone="info">{t("quiz.updated")}</Banner>}
      {view.review && (
        <>
          <AnswerReviewPanel
            item={item}
            review={view.review}
            live={justAnswered}
          />
          <Actions>
            <Button
              type="button"
              busy={busy}
              onClick={() => {
                setAnswer(null);
                send({ intent: "retry", blockId: item.id });
              }}
            >
              {t("quiz.retry")}
            </Button>
          </Actions>
        </>
      )}
    </BlockFrame>
  );
}

type FormProps = {
  item: PublicQuiz;
  answer: QuizAnswer | null;
  answered: boolean;
  onChange: (answer: QuizAnswer) => void;
  onSubmit: () => void;
  error: string | undefined;
  busy: boolean;
};

function QuizAnswerForm({
  item,
  answer,
  answered,
  onChange,
  onSubmit,
  error,
  busy,
}: FormProps) {
  const { t } = useTranslation("learning");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <QuizAnswerInput
        item={item}
        answer={answer}
        onChange={onChange}
        error={error}
        readOnly={answered}
      />
      {!answered && (
        <Actions>
          <Button type="submit" kind="primary" busy={busy}>
            {t("quiz.answer")}
          </Button>
        </Actions>
      )}
    </form>
  );
}
