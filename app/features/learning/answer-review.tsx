import { useTranslation } from "react-i18next";
import type { PublicQuiz } from "~/domain/learning/public-block";
import type { AnswerReview } from "~/domain/learning/review-answer";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Banner } from "~/ui/banner";

type Props = {
  item: PublicQuiz;
  review: AnswerReview;
  /** Just answered: screen readers say the verdict. */
  live?: boolean;
};

/** The verdict, what each option would have meant, and why. */
export function AnswerReviewPanel({ item, review, live = false }: Props) {
  const { t } = useTranslation("learning");
  const { locale } = useFormats();
  const textOf = new Map(item.options.map(({ id, text }) => [id, text]));
  const verdict = review.correct
    ? t("quiz.right")
    : review.won > 0
      ? t("quiz.partly")
      : t("quiz.wrong");
  return (
    <div className="stack answer-review">
      <Banner
        tone={review.correct ? "success" : "warn"}
        title={verdict}
        live={live}
      >
        {t("quiz.points", { won: review.won, possible: review.possible })}
        {review.feedback && <> · {review.feedback}</>}
      </Banner>
      {review.options.length > 0 && (
        <ul className="stack option-reviews">
          {review.options.map(({ id, chosen, right, feedback }) => (
            <li key={id}>
              <strong>{textOf.get(id)}</strong>{" "}
              {chosen && review.order === null && (
                <Badge>{t("quiz.yourChoice")}</Badge>
              )}{" "}
              {right && review.order === null && (
                <Badge tone="success" icon="check">
                  {t("quiz.rightChoice")}
                </Badge>
              )}
              {feedback && <p>{feedback}</p>}
            </li>
          ))}
        </ul>
      )}
      {review.order && (
        <div>
          <p className="field-label">{t("quiz.rightOrder")}</p>
          <ol>
            {review.order.map((id) => (
              <li key={id}>{textOf.get(id)}</li>
            ))}
          </ol>
        </div>
      )}
      {review.number && (
        <p>
          {t("quiz.rightNumber", {
            value: review.number.value.toLocaleString(
              locale === "et" ? "et-EE" : "en-GB",
              { maximumFractionDigits: 6 },
            ),
            unit: item.unit ?? "",
          })}
        </p>
      )}
      <p>
        <strong>{t("quiz.explanation")}:</strong> {review.explanation}
      </p>
    </div>
  );
}
