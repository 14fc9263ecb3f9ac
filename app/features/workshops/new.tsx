import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/domain/organisations/locale";
import type { Mode } from "~/domain/workshops/types";
import { type Refused, useProblems } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/choices";
import { PageHeader } from "~/ui/page-shell";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

/** Enough to see the line, few enough to score in forty minutes. */
const usualAccountCount = 20;

/** A template as one chooses among them, in the person's language. */
export type ThemeLine = {
  theme: string;
  title: string;
  summary: string;
  people: { from: number; to: number };
  steps: ReadonlyArray<{
    id: string;
    title: string;
    purpose: string;
    minutes: number;
  }>;
};

type Props = {
  themes: ReadonlyArray<ThemeLine>;
  locale: Locale;
  refused: Refused;
};

const modes: ReadonlyArray<Mode> = ["named", "pseudonymous", "anonymous"];

export function NewWorkshopPage({ themes, locale, refused }: Props) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { problem, typed } = useProblems(refused);
  const busy = useNavigation().state === "submitting";
  const [theme, setTheme] = useState(
    typed("theme", themes[0]?.theme ?? "") || (themes[0]?.theme ?? ""),
  );
  const chosen = themes.find((one) => one.theme === theme) ?? themes[0];
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <div className="two-columns">
        <Card>
          <Form method="post" className="stack" noValidate>
            {problem("form") && (
              <Banner tone="danger" live>
                {problem("form")}
              </Banner>
            )}
            <TextInput
              name="title"
              label={t("new.name")}
              hint={t("new.nameHint")}
              defaultValue={typed("title")}
              maxLength={120}
              error={problem("title")}
              required
            />
            <Select
              name="theme"
              label={t("new.theme")}
              value={theme}
              onChange={({ target }) => setTheme(target.value)}
              options={themes.map(({ theme: value, title }) => ({
                value,
                label: title,
              }))}
              error={problem("theme")}
            />
            <RadioGroup
              name="mode"
              legend={t("new.mode")}
              defaultValue={typed("mode", "named")}
              choices={modes.map((mode) => ({
                value: mode,
                label: t(`new.modeTitle.${mode}`),
                hint: t(`new.modeMeaning.${mode}`),
              }))}
              error={problem("mode")}
            />
            <RadioGroup
              name="language"
              legend={t("new.language")}
              hint={t("new.languageHint")}
              defaultValue={typed("language", locale)}
              inRow
              choices={[
                { value: "et", label: common("language.et") },
                { value: "en", label: common("language.en") },
              ]}
              error={problem("language")}
            />
            <div className="field-row">
              <TextInput
                type="date"
                name="date"
                label={t("new.date")}
                defaultValue={typed("date")}
                error={problem("date")}
              />
              <TextInput
                type="time"
                name="time"
                label={t("new.time")}
                defaultValue={typed("time")}
                error={problem("time")}
              />
            </div>
            <TextInput
              name="accountCount"
              label={t("new.accounts")}
              hint={t("new.accountsHint")}
              inputMode="numeric"
              defaultValue={typed("accountCount", String(usualAccountCount))}
              error={problem("accountCount")}
            />
            <Button type="submit" kind="primary" busy={busy}>
              {t("new.submit")}
            </Button>
          </Form>
        </Card>
        {chosen && <Agenda theme={chosen} />}
      </div>
    </>
  );
}

function Agenda({ theme }: { theme: ThemeLine }) {
  const { t } = useTranslation("workshops");
  const minutes = theme.steps.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <Card
      title={t("new.agenda")}
      note={t("new.agendaTotal", { count: minutes, ...theme.people })}
    >
      <div className="stack">
        <p>{theme.summary}</p>
        <ol className="agenda">
          {theme.steps.map((step, index) => (
            <li key={step.id}>
              <p className="font-semibold">
                {index + 1}. {step.title}
              </p>
              <p>{step.purpose}</p>
              <p className="text-sm text-muted">
                {t("new.minutes", { count: step.minutes })}
              </p>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}
