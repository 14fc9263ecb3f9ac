import type { Fields } from "./plan-sections";

/** The field that names an entry, for each kind of entry the first that it has. */
const naming = [
  "title",
  "statement",
  "name",
  "productArea",
  "choice",
  "text",
] as const;

/** What an entry calls itself, on one line; null when nothing in it says. */
export function entryTitle(fields: Fields): string | null {
  for (const field of naming) {
    const value = fields[field];
    if (typeof value === "string" && value !== "") return oneLine(value);
  }
  return null;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 120 ? line : `${line.slice(0, 119).trimEnd()}…`;
}
