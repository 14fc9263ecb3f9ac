import pino from "pino";
import { env } from "./env.server";

let made: pino.Logger | undefined;

/**
 * The log: JSON lines on standard output, in UTC. Ids only: no names, addresses, texts, tokens.
 */
export function log(): pino.Logger {
  return (made ??= pino({
    level: env().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: describeError, err: describeError },
    formatters: { level: (label) => ({ level: label }) },
  }));
}

/**
 * An error as the log shows it. A database error's message and details quote the row that broke a
 * rule, and drizzle's message quotes the parameters: of those only the code and the place are kept.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = error.cause instanceof Error ? error.cause : null;
  const quotesRows = "query" in error || "severity" in error || cause !== null;
  const place = /\n {4}at [^]*$/.exec(error.stack ?? "")?.[0] ?? "";
  return {
    name: error.name,
    ...("code" in error ? { code: error.code } : {}),
    ...(quotesRows ? {} : { message: error.message }),
    stack: place.trim(),
    ...(cause === null ? {} : { cause: describeError(cause) }),
  };
}
