import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";

const steps = ["learn", "workshop", "plan", "skills"] as const;

/** What the product is, for somebody who has not signed in. */
export function Landing() {
  const { t } = useTranslation("organisations");
  return (
    <>
      <PageHeader
        title={t("landing.title")}
        lead={t("landing.lead")}
        actions={
          <>
            <ButtonLink to="/sign-in" kind="primary" large>
              {t("landing.signIn")}
            </ButtonLink>
            <ButtonLink to="/join" large>
              {t("landing.join")}
            </ButtonLink>
          </>
        }
      />
      <section aria-labelledby="loop" className="stack">
        <h2 id="loop">{t("landing.loopTitle")}</h2>
        <div className="card-grid">
          {steps.map((step) => (
            <Card key={step} title={t(`landing.${step}Title`)} headingLevel={3}>
              <p>{t(`landing.${step}Text`)}</p>
            </Card>
          ))}
        </div>
      </section>
    </>
  );
}
