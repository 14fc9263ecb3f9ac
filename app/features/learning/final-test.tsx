import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuizAnswer } from "~/domain/learning/score-quiz";
import { Banner } from "~/ui/banner";
import { Actions, Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { AnswerReviewPanel } from "./answer-review";
import type { FinalTestPage } from "./final-test.server";
import type { TestMessage } from "./lesson-form";
import { QuizAnswerInput } from "./quiz-answer";

function useTest() {
  const { submit, state } = useFetcher({ key: "final test" });
  return {
    busy: state !== "idle",
    send: (message: TestMessage) =>
      submit(message, { method: "post", encType: "application/json" }),
  };
}

/** Under way: the questions. Handed in: the result, why, and the way to another try. */
export function FinalTest({ page }: { page: FinalTestPage }) {
  if (page.underWay) return <UnderWay items={page.underWay.items} />;
  return <Before page={page} />;
}

function Before({ page }: { page: FinalTestPage }) {
  const { t } = useTranslation("learning");
  const { busy, send } = useTest();
  const { result } = page;
  return (
    <div className="stack-lg">
      {result && (
        <Banner
          live
          tone={result.passed ? "success" : "warn"}
          title={t(result.passed ? "test.passed" : "test.failed", {
            won: result.won,
            possible: result.possible,
          })}
          action={
            result.passed ? (
              <ButtonLink to="/me">{t("test.toSkills")}</ButtonLink>
            ) : undefined
          }
        >
          {t(result.passed ? "test.passedText" : "test.failedText")}
        </Banner>
      )}
      <Actions>
        <Button
          type="button"
          kind="primary"
          large
          busy={busy}
          onClick={() => send({ intent: "start" })}
        >
          {t(result ? "test.again" : "test.start")}
        </Button>
        <ButtonLink to={`/learn/${page.moduleId}`}>
          {t("lesson.toModule")}
        </ButtonLink>
      </Actions>
      {result && (
        <section aria-labelledby="review" className="stack">
          <h2 id="review">{t("test.review")}</h2>
          {result.items.map(({ item, review }, index) => (
            <Card
              key={item.id}
              title={`${index + 1}. ${item.prompt}`}
              headingLevel={3}
            >
              <AnswerReviewPanel item={item} review={review} />
            </Card>
          ))}
        </section>
      )}
    </div>
  );
}

type Items = NonNullable<FinalTestPage["underWay"]>["items"];

function UnderWay({ items }: { items: Items }) {
  const { t } = useTranslation("learning");
  const { t: common } = useTranslation();
  const { busy, send } = useTest();
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState(
    () =>
      new Set(items.flatMap(({ item, answer }) => (answer ? [item.id] : []))),
  );
  const open = items.length - answered.size;
  return (
    <div className="stack-lg">
      {items.map(({ item, answer }, index) => (
        <TestItem
          key={item.id}
          item={item}
          kept={answer}
          heading={t("test.question", {
            place: index + 1,
            total: items.length,
          })}
          onAnswered={() => setAnswered((now) => new Set(now).add(item.id))}
        />
      ))}
      <Actions>
        <Button
          type="button"
          kind="primary"
          large
          busy={busy}
          onClick={() => setAsking(true)}
        >
          {t("test.submit")}
        </Button>
      </Actions>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          send({ intent: "submit" });
        }}
        title={t("test.submit")}
        labels={{ confirm: t("test.submit"), cancel: common("actions.cancel") }}
      >
        {open > 0
          ? t("test.submitAsk", { count: open })
          : t("test.submitAskNone")}
      </ConfirmDialog>
    </div>
  );
}

type TestItemProps = {
  item: Items[number]["item"];
  kept: QuizAnswer | null;
  heading: string;
  onAnswered: () => void;
};

/** How long typing rests before the answer is kept. */
const keepDelayMs = 400;

function TestItem({ item, kept, heading, onAnswered }: TestItemProps) {
  const { t } = useTranslation("learning");
  const { submit, state, data } = useFetcher<{ ok: boolean }>({
    key: `test item ${item.id}`,
  });
  const [answer, setAnswer] = useState(kept);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: QuizAnswer) => {
    setAnswer(next);
    onAnswered();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const message: TestMessage = {
        intent: "keep",
        itemId: item.id,
        answer: next,
      };
      submit(message, { method: "post", encType: "application/json" });
    }, keepDelayMs);
  };
  return (
    <Card title={heading} headingLevel={2}>
      <div className="stack">
        <QuizAnswerInput item={item} answer={answer} onChange={change} />
        <span role="status" className="field-hint">
          {state === "idle" && data?.ok ? t("test.kept") : ""}
        </span>
      </div>
    </Card>
  );
}
