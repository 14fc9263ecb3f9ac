import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/organisations/permissions";
import { type Refused, useProblems } from "~/platform/problems";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Props = {
  refused: Refused;
  roles: ReadonlyArray<Role>;
  teams: ReadonlyArray<{ id: string; name: string }>;
};

/** Who is invited, as what, into which team. */
export function InviteFields({ refused, roles, teams }: Props) {
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  const { problem, typed } = useProblems(refused);
  return (
    <>
      <TextInput
        label={t("invite.name")}
        name="name"
        autoComplete="off"
        defaultValue={typed("name")}
        error={problem("name")}
        required
      />
      <TextInput
        label={t("invite.email")}
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={typed("email")}
        error={problem("email")}
        required
      />
      <Select
        label={t("invite.role")}
        name="role"
        defaultValue={typed("role", roles[0])}
        error={problem("role")}
        options={roles.map((role) => ({
          value: role,
          label: common(`role.${role}`),
        }))}
      />
      <Select
        label={t("invite.background")}
        name="background"
        defaultValue={typed("background")}
        error={problem("background")}
        options={[
          { value: "", label: common("background.none") },
          ...(["sales", "technical", "operational"] as const).map(
            (background) => ({
              value: background,
              label: common(`background.${background}`),
            }),
          ),
        ]}
      />
      {teams.length > 0 && (
        <Select
          label={t("invite.team")}
          name="teamId"
          defaultValue={typed("teamId")}
          error={problem("teamId")}
          options={[
            { value: "", label: t("invite.noTeam") },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </>
  );
}
