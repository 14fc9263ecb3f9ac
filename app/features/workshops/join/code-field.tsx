import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";

/** The way into a room from any page: a code and a button; `/join` answers. */
export function CodeField() {
  const { t } = useTranslation("workshops");
  return (
    <Form method="post" action="/join" className="code-field" noValidate>
      <TextInput
        label={t("join.code")}
        hint={t("join.codeHint")}
        name="code"
        className="join-code"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Button type="submit" large>
        {t("join.submit")}
      </Button>
    </Form>
  );
}
