import { z } from "zod";

const email = z
  .string({ error: "email-invalid" })
  .trim()
  .max(254, "email-invalid")
  .transform((value) => value.normalize("NFC").toLowerCase())
  .pipe(z.email("email-invalid"));

const password = z
  .string({ error: "password-missing" })
  .min(1, "password-missing")
  .max(200, "password-too-long");

const name = z
  .string({ error: "name-missing" })
  .trim()
  .min(1, "name-missing")
  .max(120, "name-too-long")
  .transform((value) => value.normalize("NFC"));

export const signInForm = z.strictObject({
  email,
  password,
  to: z.string().optional(),
});

export const forgotForm = z.strictObject({ email });

export const resetForm = z.strictObject({ password });

export const acceptInvitationForm = z.strictObject({
  name: name.optional(),
  password,
});

export const inviteForm = z.strictObject({
  email,
  name,
  role: z.enum(["trainee", "manager", "consultant", "administrator"]),
  background: z
    .enum(["", "sales", "technical", "operational"])
    .transform((value) => (value === "" ? null : value)),
  teamId: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((value) => value || null),
  organisationId: z.uuid().optional(),
});

export const organisationForm = z.strictObject({
  name: z
    .string({ error: "name-missing" })
    .trim()
    .min(1, "name-missing")
    .max(120, "name-too-long"),
  locale: z.enum(["et", "en"]),
});

/** One button, one change: the button's value says which. */
export const personChangeForm = z
  .strictObject({
    personId: z.uuid(),
    change: z.enum(["role", "disable", "enable", "assign", "unassign"]),
    role: z
      .enum(["trainee", "manager", "consultant", "administrator"])
      .optional(),
  })
  .transform(({ personId, change, role }) => ({
    personId,
    change:
      change === "role"
        ? { kind: "role" as const, role: role ?? ("trainee" as const) }
        : change === "disable" || change === "enable"
          ? { kind: "disabled" as const, disabled: change === "disable" }
          : { kind: "assigned" as const, assigned: change === "assign" },
  }));
