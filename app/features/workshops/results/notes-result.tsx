import { useTranslation } from "react-i18next";
import type { Note, WorkshopView } from "~/domain/workshops/types";

type Props = { view: WorkshopView; stepId: string; headingLevel?: 2 | 3 | 4 };

/** The revealed notes as they were grouped; those in no group come last. */
export function NotesResult({ view, stepId, headingLevel = 3 }: Props) {
  const { t } = useTranslation("workshops");
  const Heading = `h${headingLevel}` as const;
  const notes = view.notes.filter(
    (note) => note.stepId === stepId && !note.hidden,
  );
  if (notes.length === 0)
    return <p className="text-muted">{t("results.notes.none")}</p>;
  const groups = view.groups.filter((group) => group.stepId === stepId);
  const known = new Set(groups.map(({ id }) => id));
  const loose = notes.filter(
    ({ groupId }) => groupId === null || !known.has(groupId),
  );
  return (
    <div className="note-groups">
      {groups.map((group) => (
        <section key={group.id} className="note-group">
          <Heading>{group.title}</Heading>
          <Notes notes={notes.filter(({ groupId }) => groupId === group.id)} />
        </section>
      ))}
      {loose.length > 0 && (
        <section className="note-group">
          {groups.length > 0 && <Heading>{t("results.notes.loose")}</Heading>}
          <Notes notes={loose} />
        </section>
      )}
    </div>
  );
}

function Notes({ notes }: { notes: ReadonlyArray<Note> }) {
  return (
    <ul className="notes">
      {notes.map(({ id, text }) => (
        <li key={id} className="note">
          {text}
        </li>
      ))}
    </ul>
  );
}
