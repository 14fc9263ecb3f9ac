/**
 * What people type, made safe to store and to show before anything else sees it.
 *
 * Malformed text (a NUL, half a surrogate pair) can't come from a keyboard and
 * is refused; what pasting brings along unseen (controls, bidirectional
 * overrides, zero-width marks) is taken out, so that nobody loses a note to it.
 */
import { done, refused, type Outcome } from "../outcome";

export type TextProblem = "text-malformed" | "text-empty" | "text-too-long";

type TextLimits = {
  /** In code points, so that an "õ" is one. */
  maximum: number;
  lines: "one" | "many";
  mayBeEmpty?: boolean;
};

const malformed = /\0|\p{Surrogate}/u;
const controls = /[\p{Cc}\uFFFE\uFFFF]/gu;
const controlsButNewline = /(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu;
// Marks, embeddings, overrides and isolates: they could reorder what stands beside the text.
const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
// U+200C and U+200D stay: scripts and emoji need them.
const invisible =
  /\u034F|[\u00AD\u115F\u1160\u17B4\u17B5\u180E\u200B\u2028\u2029\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;

export function cleanText(
  typed: string,
  { maximum, lines, mayBeEmpty = false }: TextLimits,
): Outcome<string, TextProblem> {
  if (malformed.test(typed)) return refused("text-malformed");
  // Four units per code point is more than composing can shrink; longer ones aren't worth normalising.
  if (typed.length > maximum * 8) return refused("text-too-long");
  const oneKindOfBreak = typed
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(/\t/gu, " ");
  const bare = (
    lines === "many"
      ? oneKindOfBreak
          .replace(controlsButNewline, "")
          .replace(/\n{3,}/gu, "\n\n")
      : oneKindOfBreak.replace(/\n/gu, " ").replace(controls, "")
  )
    .replace(bidirectional, "")
    .replace(invisible, "")
    .trim()
    // Taking a character out can bring two others together.
    .normalize("NFC");
  const length = [...bare].length;
  if (length > maximum) return refused("text-too-long");
  if (visibleLength(bare) === 0 && !mayBeEmpty) return refused("text-empty");
  return done(visibleLength(bare) === 0 ? "" : bare);
}

function visibleLength(text: string): number {
  return text.replace(/\u200D|[\s\u200C\u2800]/gu, "").length;
}

const nameMaximum = 60;

/** A person's or a unit's name: one line, 60 characters, no run of spaces. */
export function cleanName(typed: string): Outcome<string, TextProblem> {
  const text = cleanText(typed.replace(/[\u200C\u200D]/gu, ""), {
    maximum: nameMaximum,
    lines: "one",
  });
  return text.ok ? done(text.value.replace(/\s+/gu, " ")) : text;
}

// Letters of other scripts, and digits, that look like a Latin one: enough to keep a role's name from being imitated.
const lookalikes = new Map(
  Object.entries({
    а: "a",
    ɑ: "a",
    α: "a",
    "@": "a",
    "4": "a",
    в: "b",
    с: "c",
    ϲ: "c",
    ⅽ: "c",
    ԁ: "d",
    е: "e",
    ё: "e",
    ε: "e",
    "3": "e",
    ғ: "f",
    ƒ: "f",
    ɡ: "g",
    һ: "h",
    н: "h",
    і: "i",
    ї: "i",
    ı: "i",
    ι: "i",
    "1": "i",
    "!": "i",
    "|": "i",
    ӏ: "i",
    ј: "j",
    к: "k",
    κ: "k",
    ʟ: "l",
    м: "m",
    п: "n",
    η: "n",
    о: "o",
    ο: "o",
    "0": "o",
    ө: "o",
    р: "p",
    ρ: "p",
    г: "r",
    ѕ: "s",
    "5": "s",
    $: "s",
    т: "t",
    τ: "t",
    "7": "t",
    υ: "u",
    ц: "u",
    ѵ: "v",
    ν: "v",
    ѡ: "w",
    х: "x",
    χ: "x",
    у: "y",
    γ: "y",
  }),
);

/** Two names that look alike have the same skeleton: case, accents, spaces, script and similar letters don't count. */
export function nameSkeleton(name: string): string {
  return [...name.normalize("NFKD").toLowerCase()]
    .map((letter) => lookalikes.get(letter) ?? letter)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[l]/gu, "i");
}

const staffWords = [
  "facilitator",
  "moderator",
  "administrator",
  "läbiviija",
  "konsultant",
  "consultant",
  "KAMpus",
].map(nameSkeleton);

/** The badge is the server's; a name that reads like one is kept from the room. */
export function looksLikeStaff(name: string): boolean {
  const skeleton = nameSkeleton(name);
  return staffWords.some((word) => skeleton.includes(word));
}
