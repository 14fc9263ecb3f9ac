import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Stats } from "~/ui/stat";

type Props = {
  /** null for who administers one client alone. */
  organisations: number | null;
  memberships: number;
  /** Whether letters stay here for reading. */
  mailbox: boolean;
};

/** What an administrator comes for, in two figures and the ways on. */
export function StartAdministration({
  organisations,
  memberships,
  mailbox,
}: Props) {
  const { t } = useTranslation("organisations");
  const { number } = useFormats();
  return (
    <Card title={t("admin.title")} note={t("admin.lead")}>
      <div className="stack">
        <Stats
          figures={[
            ...(organisations === null
              ? []
              : [
                  {
                    id: "organisations",
                    label: t("admin.organisations"),
                    value: number(organisations),
                  },
                ]),
            {
              id: "people",
              label: t("admin.people"),
              value: number(memberships),
              note: t("start.membershipsNote"),
            },
          ]}
        />
        <div className="actions">
          {organisations === null ? (
            <ButtonLink to="/team/invite" kind="primary">
              {t("invite.title")}
            </ButtonLink>
          ) : (
            <ButtonLink to="/admin" kind="primary">
              {t("start.toAdmin")}
            </ButtonLink>
          )}
          {mailbox && (
            <ButtonLink to="/dev/mail" icon="mail">
              {t("mailbox.title")}
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}
