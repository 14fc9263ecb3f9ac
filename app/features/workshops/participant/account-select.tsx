import { useTranslation } from "react-i18next";
import { Select } from "~/ui/select";
import { useRoom } from "./room";

type Props = {
  value: string | null;
  onChange: (accountId: string | null) => void;
  /** What choosing none means; without it one must be chosen. */
  none?: string;
  error?: string | undefined;
};

export function AccountSelect({ value, onChange, none, error }: Props) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  return (
    <Select
      label={t("room.pager.account")}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value || null)}
      placeholder={none ?? t("room.objectives.choose")}
      options={view.accounts.map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
      required={none === undefined}
      error={error}
    />
  );
}
