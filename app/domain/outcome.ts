/**
 * What a rule or a use case answers when "no" is one of the expected answers.
 *
 * The reason is data and also the translation key of the sentence that the
 * person reads; a bug is a thrown `Error` and never an outcome.
 */
export type Outcome<T, Reason extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<Reason extends string>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
