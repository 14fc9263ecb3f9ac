import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "~/domain/organisations/locale";
import {
  checkTemplate,
  type TemplateTexts,
  type WorkshopTemplate,
} from "~/domain/workshops/template";
import { z } from "zod";
import { loadYamlPair } from "./content/yaml.server";

export type LoadedTemplate = {
  template: WorkshopTemplate;
  texts: Record<Locale, TemplateTexts>;
};

const folder = () => join(process.cwd(), "content", "workshops");
const loaded = new Map<string, LoadedTemplate>();

/** Themes that have a template, in alphabetical order. */
export function themes(): string[] {
  return readdirSync(folder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * The template of a theme with its texts in both languages; read once a process.
 *
 * @returns null when there is no such theme.
 * @throws when the files break the rules, which `npm run content:check` would have told.
 */
export function templateFor(theme: string): LoadedTemplate | null {
  const known = loaded.get(theme);
  if (known) return known;
  if (!themes().includes(theme)) return null;
  const { neutral, et, en } = loadYamlPair(
    join("content", "workshops", theme, "template"),
    { neutral: z.unknown(), texts: z.unknown() },
  );
  for (const texts of [et, en]) {
    const [problem] = checkTemplate(neutral, texts);
    if (problem)
      throw new Error(
        `Workshop template ${theme}: ${problem.path}: ${problem.problem}`,
      );
  }
  const template: LoadedTemplate = {
    template: neutral as WorkshopTemplate,
    texts: { et: et as TemplateTexts, en: en as TemplateTexts },
  };
  loaded.set(theme, template);
  return template;
}
