import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Refused, useProblems } from "~/platform/problems";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";

type Props = { refused: Refused };

/** The code from the wall. */
export function CodeEntry({ refused }: Props) {
  const { t } = useTranslation("workshops");
  const { problem, typed } = useProblems(refused);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refused) field.current?.focus();
  }, [refused]);
  const busy = useNavigation().state !== "idle";
  return (
    <div className="stack">
      <h1>{t("join.title")}</h1>
      <p className="page-lead">{t("join.lead")}</p>
      <Form method="post" action="/join" className="stack" noValidate>
        <TextInput
          ref={field}
          label={t("join.code")}
          hint={t("join.codeHint")}
          name="code"
          className="join-code"
          defaultValue={typed("code")}
          error={problem("code") ?? problem("form")}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          required
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("join.submit")}
        </Button>
      </Form>
    </div>
  );
}
