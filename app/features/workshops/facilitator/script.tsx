import { useTranslation } from "react-i18next";
import type { TemplateTexts } from "~/domain/workshops/template";
import type { Step } from "~/domain/workshops/types";
import { Card } from "~/ui/card";
import { Disclosure } from "~/ui/menu";

type Props = {
  step: Step;
  texts: TemplateTexts;
  /** Once the answers are seen, they need the room more than the script does. */
  open: boolean;
};

/** What the step is for, what to say, what to look out for, how to close it. */
export function Script({ step, texts, open }: Props) {
  const { t } = useTranslation("workshops");
  const text = texts.steps[step.id];
  if (!text) return null;
  return (
    <Card title={text.title} note={text.purpose}>
      <Disclosure summary={t("cockpit.script.title")} open={open}>
        <dl className="script">
          <dt>{t("cockpit.script.say")}</dt>
          <dd>{text.script.say}</dd>
          <dt>{t("cockpit.script.watchFor")}</dt>
          <dd>
            <ul>
              {text.script.watchFor.map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ul>
          </dd>
          <dt>{t("cockpit.script.close")}</dt>
          <dd>{text.script.close}</dd>
          {text.tips.length > 0 && (
            <>
              <dt>{t("cockpit.script.tips")}</dt>
              <dd>
                <ul>
                  {text.tips.map((tip) => (
                    <li key={tip}>{tip}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
      </Disclosure>
    </Card>
  );
}
