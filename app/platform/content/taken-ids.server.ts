import type { Problem } from "./problem.server";
import type { YamlFile } from "./yaml.server";

/** The block ids of one module: progress hangs on them, so each stands once in all its files. */
export class TakenIds {
  readonly #fileOf = new Map<string, string>();

  take(
    id: string,
    yaml: YamlFile,
    path: ReadonlyArray<PropertyKey>,
    problems: Problem[],
  ): void {
    const owner = this.#fileOf.get(id);
    if (owner === undefined) {
      this.#fileOf.set(id, yaml.file);
      return;
    }
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(path),
      what: `the id "${id}" is already used in ${owner}`,
      todo: "give this one an id of its own: progress hangs on it",
    });
  }
}
