import { createHash, randomBytes } from "node:crypto";

/** A token for a link, 192 bits, and the hash that the database keeps. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
