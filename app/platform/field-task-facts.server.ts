import type { Locale } from "~/domain/organisations/locale";
import { loadContent } from "./content/content.server";
import { loadFramework } from "./framework.server";

/** What a field task is about, in the reader's language; null when its module no longer has it. */
export function fieldTaskFacts(
  moduleId: string,
  blockId: string,
  locale: Locale,
) {
  const block = loadContent().block(moduleId, blockId);
  if (block?.block !== "fieldTask") return null;
  const { skill, level, texts } = block;
  return {
    label: texts[locale].title,
    question: texts[locale].confirmQuestion,
    skillId: skill,
    level,
    anchor:
      loadFramework().texts[locale].skills[skill]?.anchors[String(level)] ?? "",
  };
}
