/** The code on the wall: 8 characters that nobody confuses when reading them aloud or typing them. */

// No 0 and O, no 1, I and L. 31 characters, about 40 bits in eight of them.
export const joinCodeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const joinCodeLength = 8;
// The last bytes are thrown away: with them the first letters would come up more often.
const usableBytes = 256 - (256 % joinCodeAlphabet.length);

/**
 * @param randomBytes from a secure source; 32 are enough but for one time in 10^11
 * @returns null when too few of the bytes were usable: ask again with fresh ones
 */
export function joinCodeFrom(randomBytes: Uint8Array): string | null {
  const code = [...randomBytes]
    .filter((byte) => byte < usableBytes)
    .slice(0, joinCodeLength)
    .map((byte) => joinCodeAlphabet.charAt(byte % joinCodeAlphabet.length))
    .join("");
  return code.length === joinCodeLength ? code : null;
}

/** As typed on a phone: any case, with spaces or dashes. @returns null when it can't be a code */
export function normaliseJoinCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, "");
  return code.length === joinCodeLength &&
    [...code].every((letter) => joinCodeAlphabet.includes(letter))
    ? code
    : null;
}

/** In two halves, the way it is read out: "ABCD EFGH". */
export function displayJoinCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
