import { resolve } from "node:path";
import proxyAddr from "proxy-addr";
import { z } from "zod";

const levels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/** A variable set to nothing counts as not set. */
const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(blankIsAbsent, schema.optional());

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const urlWith = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) && protocols.includes(new URL(value).protocol),
    );

const postgresUrl = urlWith("postgres:", "postgresql:");

const origin = urlWith("http:", "https:")
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return (
      url.pathname === "/" &&
      url.search === "" &&
      url.hash === "" &&
      url.username === ""
    );
  })
  .transform((value) => new URL(value).origin);

const flag = z
  .enum(["0", "1", "true", "false"])
  .transform((value) => value === "1" || value === "true");

/** Hops in front of the server, or the addresses of the proxies; false for none. */
const proxy = z
  .string()
  .transform((value): number | string[] | false =>
    value === "off" || value === "0"
      ? false
      : /^\d{1,2}$/.test(value)
        ? Number(value)
        : value.split(",").map((part) => part.trim()),
  )
  .refine((value) => {
    if (!Array.isArray(value)) return true;
    try {
      proxyAddr.compile(value);
      return true;
    } catch {
      return false;
    }
  });

/** Each variable with what it takes; the sentence is what an operator reads when the value is wrong. */
const variables = {
  PORT: [
    optional(whole(0, 65535)),
    "a port from 0 to 65535 (0 picks a free one)",
  ],
  DATABASE_URL: [
    optional(postgresUrl),
    "postgres://user:password@host:port/database",
  ],
  DATABASE_MIGRATION_URL: [
    optional(postgresUrl),
    "postgres://user:password@host:port/database of the role that owns the schema",
  ],
  SEED_DEMO: [optional(flag), "1 or 0"],
  DATA_DIR: [optional(z.string()), "a folder"],
  PUBLIC_ORIGIN: [
    optional(origin),
    "an origin without a path, such as https://kampus.example",
  ],
  TRUST_PROXY: [
    optional(proxy),
    "off, a number of hops, or addresses such as 10.0.0.0/8,127.0.0.1",
  ],
  SMTP_URL: [
    optional(urlWith("smtp:", "smtps:")),
    "smtp://user:password@host:port",
  ],
  LOG_LEVEL: [optional(z.enum(levels)), levels.join(", ")],
  SESSION_IDLE_MINUTES: [
    optional(whole(1, 720)),
    "minutes from 1 to 720 after which an idle session ends",
  ],
} as const;

export type Environment = {
  readonly port: number;
  /** null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly migrationUrl: string | null;
  readonly seedDemo: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** Where links point and the only origin that may write; no slash at its end. */
  readonly publicOrigin: string;
  /** Whether the origin was left to its default, so that 127.0.0.1 is as good as localhost. */
  readonly originIsDefault: boolean;
  readonly secureCookies: boolean;
  readonly trustProxy: number | readonly string[] | false;
  readonly smtpUrl: string | null;
  readonly logLevel: (typeof levels)[number];
  readonly sessionIdleMinutes: number;
};

class WrongEnvironment extends Error {
  override name = "WrongEnvironment";
}

/** @throws WrongEnvironment with one line that names the variable and what it takes. */
function readEnvironment(
  given: Record<string, string | undefined>,
): Environment {
  const value = <Name extends keyof typeof variables>(name: Name) => {
    const [schema, takes] = variables[name];
    const parsed = schema.safeParse(given[name]);
    // The value itself stays out of the message: some carry passwords.
    if (!parsed.success) throw new WrongEnvironment(`${name} takes ${takes}.`);
    return parsed.data as z.output<(typeof variables)[Name][0]>;
  };
  const port = value("PORT") ?? 3000;
  const asked = value("PUBLIC_ORIGIN");
  const databaseUrl = value("DATABASE_URL") ?? null;
  const migrationUrl = value("DATABASE_MIGRATION_URL") ?? databaseUrl;
  if (migrationUrl !== null && databaseUrl === null) {
    throw new WrongEnvironment(
      "DATABASE_MIGRATION_URL takes effect beside DATABASE_URL only; set both.",
    );
  }
  const publicOrigin = asked ?? `http://localhost:${port}`;
  return {
    port,
    databaseUrl,
    migrationUrl,
    seedDemo: value("SEED_DEMO") ?? false,
    dataDir: resolve(value("DATA_DIR") ?? "./data"),
    publicOrigin,
    originIsDefault: asked === undefined,
    secureCookies: publicOrigin.startsWith("https:"),
    trustProxy: value("TRUST_PROXY") ?? false,
    smtpUrl: value("SMTP_URL") ?? null,
    logLevel: value("LOG_LEVEL") ?? "info",
    sessionIdleMinutes: value("SESSION_IDLE_MINUTES") ?? 30,
  };
}

let current: Environment | undefined;

/** The process's settings; read once, at the first call. */
export function env(): Environment {
  return (current ??= readEnvironment(process.env));
}

/** PORT=0 is settled only by listening; the default origin follows it. */
export function settlePort(port: number): void {
  const { publicOrigin, originIsDefault } = env();
  current = {
    ...env(),
    port,
    publicOrigin: originIsDefault ? `http://localhost:${port}` : publicOrigin,
  };
}
