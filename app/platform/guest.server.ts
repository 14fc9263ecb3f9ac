import { withKey } from "#db/client.server";
import { findSeatByToken, type SeatRow } from "#db/queries/workshops.server";
import { env } from "./env.server";
import { hashToken, makeToken } from "./secrets.server";

const cookieName = () =>
  env().secureCookies ? "__Host-kampus-seat" : "kampus-seat";

// Longer than any workshop with its follow-up in the same room.
const lifetimeSeconds = 120 * 86_400;
/** One browser, several workshops: the cookie holds the tokens of the latest ones, newest first. */
const mostSeats = 5;

function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value && value.length <= 400) return value;
  }
  return null;
}

const tokensOf = (request: Request) =>
  (readCookie(request, cookieName()) ?? "")
    .split(".")
    .filter(Boolean)
    .slice(0, mostSeats);

/** Whether the browser has sat in any workshop as a guest. */
export function isGuest(request: Request): boolean {
  return tokensOf(request).length > 0;
}

/** The guest's seat in one workshop; a seat opens no account and no other room. */
export async function guestSeat(
  request: Request,
  workshopId: string,
): Promise<SeatRow | null> {
  for (const token of tokensOf(request)) {
    const tokenHash = hashToken(token);
    const seat = await withKey(tokenHash, (db) =>
      findSeatByToken(db, tokenHash),
    );
    if (seat?.workshopId === workshopId) return seat;
  }
  return null;
}

/** A new guest's cookie, which keeps their seats elsewhere, and the hash that the database keeps of it. */
export function makeGuest(request: Request): {
  setCookie: string;
  tokenHash: string;
} {
  const { token, tokenHash } = makeToken();
  const value = [token, ...tokensOf(request)].slice(0, mostSeats).join(".");
  const secure = env().secureCookies ? "; Secure" : "";
  return {
    tokenHash,
    setCookie: `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeSeconds}${secure}`,
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
