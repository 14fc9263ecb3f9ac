import { withKey } from "#db/client.server";
import { findSeatByToken, type SeatRow } from "#db/queries/workshops.server";
import { env } from "./env.server";
import { hashToken, makeToken } from "./secrets.server";

const cookieName = () =>
  env().secureCookies ? "__Host-kampus-seat" : "kampus-seat";

// Longer than any workshop with its follow-up in the same room.
const lifetimeSeconds = 120 * 86_400;

function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value && value.length <= 64) return value;
  }
  return null;
}

/** The seat in a workshop that the request's guest cookie stands for; it opens no account and no other room. */
export async function guestSeat(request: Request): Promise<SeatRow | null> {
  const token = readCookie(request, cookieName());
  if (!token) return null;
  const tokenHash = hashToken(token);
  return withKey(tokenHash, (db) => findSeatByToken(db, tokenHash));
}

/** A new guest's cookie and the hash that the database keeps of it. */
export function makeGuest(): { setCookie: string; tokenHash: string } {
  const { token, tokenHash } = makeToken();
  const secure = env().secureCookies ? "; Secure" : "";
  return {
    tokenHash,
    setCookie: `${cookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeSeconds}${secure}`,
  };
}

const browserCookie = "kampus-browser";

/** A random mark of the browser, which keeps one guesser's tries apart from the rest of an office. */
export function browserMark(request: Request): {
  mark: string | null;
  setCookie: string | null;
} {
  const mark = readCookie(request, browserCookie);
  if (mark) return { mark, setCookie: null };
  const { token } = makeToken();
  const secure = env().secureCookies ? "; Secure" : "";
  return {
    mark: null,
    setCookie: `${browserCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400${secure}`,
  };
}
