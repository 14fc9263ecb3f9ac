import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Progress } from "~/ui/progress";
import { Select } from "~/ui/select";

type Page = { id: string; name: string; complete: boolean };

type Props = {
  /** What one goes through: "Customer" or "Criterion". */
  label: string;
  pages: ReadonlyArray<Page>;
  current: string;
  onChange: (id: string) => void;
  progress: { done: number; of: number };
  children: ReactNode;
};

/** One thing after the other, with the way to any of them and how much is done. */
export function Pager({
  label,
  pages,
  current,
  onChange,
  progress,
  children,
}: Props) {
  const { t } = useTranslation("workshops");
  const heading = useRef<HTMLHeadingElement>(null);
  const at = pages.findIndex(({ id }) => id === current);
  const page = pages[at];
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    onChange(id);
    requestAnimationFrame(() => {
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: "start" });
    });
  };
  if (!page) return null;
  return (
    <div className="stack">
      <Progress
        label={t("room.pager.progress")}
        value={progress.done}
        max={progress.of}
        text={t("room.pager.of", { done: progress.done, of: progress.of })}
      />
      <Select
        label={label}
        value={current}
        onChange={({ target }) => go(target.value)}
        options={pages.map(({ id, name, complete }) => ({
          value: id,
          label: complete ? `✓ ${name}` : name,
        }))}
      />
      <h2 ref={heading} tabIndex={-1} className="pager-title">
        {page.name}
        <span className="room-line-note">
          {" "}
          {t("room.pager.place", { at: at + 1, of: pages.length })}
        </span>
      </h2>
      {children}
      <div className="pager-moves">
        <Button
          type="button"
          icon="arrow-left"
          aria-disabled={at === 0 || undefined}
          onClick={() => go(pages[at - 1]?.id)}
        >
          {t("room.pager.back")}
        </Button>
        <Button
          type="button"
          icon="arrow-right"
          aria-disabled={at === pages.length - 1 || undefined}
          onClick={() => go(pages[at + 1]?.id)}
        >
          {t("room.pager.next")}
        </Button>
      </div>
    </div>
  );
}
