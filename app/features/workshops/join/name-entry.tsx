import { Form, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/workshops/types";
import type { Refused } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/card";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { Entrance } from "../join-workshop.server";
import { useRefusals } from "../refusals";

type Props = {
  title: string;
  mode: Mode;
  entrance: Entrance;
  units: ReadonlyArray<string>;
  /** The account's name, when a signed-in member would sit as themselves. */
  memberName: string | null;
  refused: Refused;
};

const lookAgainMs = 4_000;

/** Who one is in this room, after what its mode means has been said. */
export function NameEntry(props: Props) {
  const { t } = useTranslation("workshops");
  return (
    <div className="stack">
      <p className="eyebrow">{t("join.workshop")}</p>
      <h1>{props.title}</h1>
      {props.entrance === "open" ? (
        <OpenDoor {...props} />
      ) : (
        <ClosedDoor entrance={props.entrance} />
      )}
    </div>
  );
}

/** Says why nobody gets in now, and looks by itself whether that has changed. */
function ClosedDoor({ entrance }: { entrance: Exclude<Entrance, "open"> }) {
  const { t } = useTranslation("workshops");
  const { revalidate } = useRevalidator();
  const mayOpen = entrance !== "workshop-closed";
  useEffect(() => {
    if (!mayOpen) return;
    const again = setInterval(() => {
      if (!document.hidden) revalidate();
    }, lookAgainMs);
    return () => clearInterval(again);
  }, [mayOpen, revalidate]);
  return (
    <Banner tone={mayOpen ? "info" : "warn"} title={t(`entrance.${entrance}`)}>
      {mayOpen && <p>{t("entrance.looksAgain")}</p>}
    </Banner>
  );
}

function OpenDoor({ mode, units, memberName, refused }: Props) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const refusal = useRefusals();
  const busy = useNavigation().state !== "idle";
  const problem = (field: string) => {
    const key = refused?.problems?.[field];
    return key === undefined ? undefined : refusal(key);
  };
  const typed = (field: string) => refused?.typed?.[field] ?? "";
  return (
    <>
      <Panel title={t(`mode.${mode}.title`)}>
        <p>{t(`mode.${mode}.text`)}</p>
      </Panel>
      {problem("form") && (
        <Banner tone="danger" live>
          {problem("form")}
        </Banner>
      )}
      <Form method="post" className="stack" noValidate>
        {memberName !== null ? (
          <p>{t("join.asMember", { name: memberName })}</p>
        ) : (
          mode !== "anonymous" && (
            <TextInput
              label={t("join.name")}
              hint={
                mode === "pseudonymous"
                  ? t("join.nameHintPseudonymous")
                  : undefined
              }
              name="name"
              autoComplete={mode === "named" ? "name" : "off"}
              defaultValue={typed("name")}
              error={problem("name")}
              maxLength={60}
              required
            />
          )
        )}
        <UnitField
          units={units}
          typed={typed("unit")}
          problem={problem("unit")}
          optional={common("form.optional")}
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("join.submit")}
        </Button>
      </Form>
    </>
  );
}

type UnitProps = {
  units: ReadonlyArray<string>;
  typed: string;
  problem: string | undefined;
  optional: string;
};

/** A choice where the organisation has named its units, so that one unit is one word. */
function UnitField({ units, typed, problem, optional }: UnitProps) {
  const { t } = useTranslation("workshops");
  const shared = {
    label: `${t("join.unit")} (${optional})`,
    hint: t("join.unitHint"),
    name: "unit",
    defaultValue: typed,
    error: problem,
  };
  return units.length > 0 ? (
    <Select
      {...shared}
      placeholder={t("join.unitNone")}
      options={units.map((name) => ({ value: name, label: name }))}
    />
  ) : (
    <TextInput {...shared} maxLength={60} autoComplete="organization" />
  );
}
