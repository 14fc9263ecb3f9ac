import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";

type Props = {
  letters: ReadonlyArray<{
    id: string;
    to: string;
    subject: string;
    sentAt: string | null;
    text: string;
  }>;
};

/** Letters that stayed here for want of a mail server. */
export function Mailbox({ letters }: Props) {
  const { t } = useTranslation("organisations");
  const { dateTime } = useFormats();
  return (
    <>
      <PageHeader title={t("mailbox.title")} lead={t("mailbox.lead")} />
      {letters.length === 0 ? (
        <EmptyState
          icon="mail"
          title={t("mailbox.empty")}
          text={t("mailbox.emptyText")}
        />
      ) : (
        <ul className="stack">
          {letters.map(({ id, to, subject, sentAt, text }) => (
            <li key={id}>
              <Card
                title={subject}
                note={[
                  `${t("mailbox.to")}: ${to}`,
                  sentAt === null ? null : dateTime(sentAt),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              >
                <p className="letter-text">{text}</p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
