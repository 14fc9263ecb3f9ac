/** Joins class names and leaves out what is false or absent. */
export function classes(
  ...names: ReadonlyArray<string | false | null | undefined>
): string {
  return names.filter(Boolean).join(" ");
}
