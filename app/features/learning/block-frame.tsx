import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Icon, type IconName } from "~/ui/icons";

type Props = {
  id: string;
  label: string;
  icon: IconName;
  done: boolean;
  note?: ReactNode;
  children: ReactNode;
};

/** What is to be done stands out from what is to be read; its id is the place that "continue" leads to. */
export function BlockFrame({ id, label, icon, done, note, children }: Props) {
  const { t } = useTranslation("learning");
  return (
    <section id={id} className="lesson-block" aria-label={label} tabIndex={-1}>
      <header className="lesson-block-head">
        <Icon name={icon} />
        <span className="eyebrow">{label}</span>
        {note}
        {done && (
          <Badge tone="success" icon="check">
            {t("module.states.complete")}
          </Badge>
        )}
      </header>
      <div className="stack">{children}</div>
    </section>
  );
}
