export type PasswordProblem =
  "password-too-short" | "password-too-long" | "password-common";

/** Characters, not bytes; longer than any real passphrase, short enough to hash. */
const passwordLength = { least: 10, most: 200 };

/**
 * What is wrong with a new password; null when nothing is. No composition rules: length and a list
 * of common ones do more (ASVS 5.0, 6.2).
 *
 * @param isCommon whether the lower-cased password stands in the bundled list.
 */
export function passwordProblem(
  password: string,
  isCommon: (lowerCased: string) => boolean,
): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "password-too-short";
  if (length > passwordLength.most) return "password-too-long";
  if (isCommon(password.toLowerCase())) return "password-common";
  return null;
}
