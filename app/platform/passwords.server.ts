import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";

// OWASP's second recommendation for argon2id: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let common: Set<string> | undefined;

/** Whether a lower-cased password stands in the bundled list of common ones. */
export function isCommonPassword(lowerCased: string): boolean {
  common ??= new Set(dictionary["passwords-common"] as string[]);
  return common.has(lowerCased);
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether the password is right. Takes as long when there is no hash, so that the time of an answer
 * doesn't tell whether an account exists.
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  nobodysHash ??= hashPassword("nobody has this password");
  const matches = await verify(
    passwordHash ?? (await nobodysHash),
    password.normalize("NFC"),
  );
  return matches && passwordHash !== null;
}
