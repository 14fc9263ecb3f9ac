import { createHash } from "node:crypto";

/** Hash of a value's content: the same whatever the order of its keys, another after any change. */
export function revisionOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value, sortedKeys))
    .digest("hex");
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
