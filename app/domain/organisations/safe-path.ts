/**
 * A path of this site to go to after signing in; "/" for anything else.
 *
 * Refuses other hosts in all their spellings: `//host`, `/\host`, control characters that browsers drop.
 */
export function safePath(to: unknown): string {
  if (typeof to !== "string" || to.length > 2000) return "/";
  if (!/^\/(?![/\\])/.test(to)) return "/";
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(to)) return "/";
  return to;
}
