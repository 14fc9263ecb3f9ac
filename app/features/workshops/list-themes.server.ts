import type { Locale } from "~/domain/organisations/locale";
import { templateFor, themes } from "~/platform/templates.server";
import type { ThemeLine } from "./new";

/** The themes that have a template, with the agenda that a workshop of each will have. */
export function listThemes(locale: Locale): ThemeLine[] {
  return themes().flatMap((theme) => {
    const loaded = templateFor(theme);
    if (!loaded) return [];
    const { template, texts } = loaded;
    const { title, summary, steps } = texts[locale];
    return [
      {
        theme,
        title,
        summary,
        people: template.people,
        steps: template.steps.map(({ id, minutes }) => ({
          id,
          minutes,
          title: steps[id]?.title ?? id,
          purpose: steps[id]?.purpose ?? "",
        })),
      },
    ];
  });
}
