import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "~/domain/organisations/locale";
import {
  type Framework,
  frameworkProblems,
  type FrameworkTexts,
} from "~/domain/skills/framework";
import { loadYamlPair } from "./content/yaml.server";

export type LoadedFramework = {
  framework: Framework;
  texts: Record<Locale, FrameworkTexts>;
};

let loaded: LoadedFramework | undefined;

/**
 * The skills framework with its texts in both languages; read once a process.
 *
 * @throws when the files break the rules, which `npm run content:check` would have told.
 */
export function loadFramework(): LoadedFramework {
  if (loaded) return loaded;
  const { neutral, et, en } = loadYamlPair(
    join("content", "skills", "framework"),
    { neutral: z.unknown(), texts: z.unknown() },
  );
  const framework = neutral as Framework;
  const texts = { et: et as FrameworkTexts, en: en as FrameworkTexts };
  const [problem] = frameworkProblems(framework, texts);
  if (problem) throw new Error(`Skills framework: ${problem}`);
  loaded = { framework, texts };
  return loaded;
}
