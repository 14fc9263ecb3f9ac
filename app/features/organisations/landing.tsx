import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card, Panel } from "~/ui/card";
import { LoopPicture } from "./loop-picture";

const steps = ["learn", "workshop", "plan", "skills"] as const;

type Props = {
  /** The way into a room: a field for its code. */
  join: ReactNode;
};

/** What the product is, for somebody who has not signed in: on a projector, or on a phone with a code in hand. */
export function Landing({ join }: Props) {
  const { t } = useTranslation("organisations");
  return (
    <div className="stack-lg">
      <div className="landing-hero">
        <div className="stack">
          <h1>{t("landing.title")}</h1>
          <p className="page-lead">{t("landing.lead")}</p>
          <div className="actions">
            <ButtonLink to="/sign-in" kind="primary" large>
              {t("landing.signIn")}
            </ButtonLink>
          </div>
          <Panel title={t("landing.join")} note={t("landing.joinNote")}>
            {join}
          </Panel>
        </div>
        <LoopPicture />
      </div>
      <section aria-labelledby="loop" className="stack">
        <h2 id="loop">{t("landing.loopTitle")}</h2>
        <ol className="card-grid">
          {steps.map((step) => (
            <li key={step}>
              <Card title={t(`landing.${step}Title`)} headingLevel={3}>
                <p>{t(`landing.${step}Text`)}</p>
              </Card>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
