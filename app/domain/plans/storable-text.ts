/**
 * Whether PostgreSQL can keep the text: no NUL or other control characters but
 * tab and line ends, no half of a surrogate pair, no trace of a broken encoding.
 */
export function isStorable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text.replace(/[\t\n\r]/g, ""));
}
