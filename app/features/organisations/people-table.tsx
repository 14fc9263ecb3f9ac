import { Form, useSubmit } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Role, roles } from "~/domain/organisations/permissions";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";

type Person = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  active: boolean;
};

/** An organisation's people, what each may do, and the buttons that change it. */
export function PeopleTable({ people }: { people: ReadonlyArray<Person> }) {
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  const [closing, setClosing] = useState<Person | null>(null);
  const submit = useSubmit();
  return (
    <>
      <Table
        caption={t("admin.people")}
        rows={people}
        rowKey={({ personId }) => personId}
        narrow="stack"
        columns={[
          {
            id: "person",
            heading: t("admin.person"),
            namesRow: true,
            cell: ({ name, email }) => (
              <>
                {name}
                <br />
                <small>{email}</small>
              </>
            ),
          },
          {
            id: "role",
            heading: t("admin.role"),
            cell: (person) => <RoleForm person={person} />,
          },
          {
            id: "state",
            heading: t("admin.state"),
            cell: ({ disabled, active }) =>
              disabled ? (
                <Badge tone="danger">{t("admin.disabled")}</Badge>
              ) : (
                <Badge tone={active ? "success" : "neutral"}>
                  {t(active ? "admin.active" : "admin.invited")}
                </Badge>
              ),
          },
          {
            id: "access",
            heading: common("actions.edit"),
            cell: (person) =>
              person.disabled ? (
                <Change
                  person={person}
                  change="enable"
                  label={t("admin.enable")}
                />
              ) : (
                <div className="actions">
                  {person.role === "consultant" && (
                    <Change
                      person={person}
                      change="unassign"
                      label={t("admin.unassign")}
                    />
                  )}
                  <Button type="button" onClick={() => setClosing(person)}>
                    {t("admin.disable")}
                  </Button>
                </div>
              ),
          },
        ]}
      />
      <ConfirmDialog
        open={closing !== null}
        onClose={() => setClosing(null)}
        onConfirm={() => {
          if (closing)
            submit(
              { personId: closing.personId, change: "disable" },
              { method: "post" },
            );
          setClosing(null);
        }}
        title={t("admin.disable")}
        labels={{
          confirm: t("admin.disable"),
          cancel: common("actions.cancel"),
        }}
        danger
      >
        {t("admin.disableAsk", { name: closing?.name ?? "" })}
      </ConfirmDialog>
    </>
  );
}

type ChangeProps = {
  person: Person;
  change: "enable" | "unassign";
  label: string;
};

function Change({ person, change, label }: ChangeProps) {
  return (
    <Form method="post">
      <input type="hidden" name="personId" value={person.personId} />
      <Button type="submit" name="change" value={change}>
        {label}
      </Button>
    </Form>
  );
}

function RoleForm({ person }: { person: Person }) {
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  return (
    <Form method="post" className="actions">
      <input type="hidden" name="personId" value={person.personId} />
      <Select
        label={`${t("admin.role")}: ${person.name}`}
        labelHidden
        name="role"
        defaultValue={person.role}
        options={roles.map((role) => ({
          value: role,
          label: common(`role.${role}`),
        }))}
      />
      <Button type="submit" name="change" value="role">
        {t("admin.changeRole")}
      </Button>
    </Form>
  );
}
