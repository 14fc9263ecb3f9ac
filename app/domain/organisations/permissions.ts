/** A member's role in one organisation. Facilitator and participant are roles inside one workshop. */
export type Role = "trainee" | "manager" | "consultant" | "administrator";

export const roles = [
  "trainee",
  "manager",
  "consultant",
  "administrator",
] as const satisfies ReadonlyArray<Role>;

/**
 * Who may do what inside the organisation they look at. The one table behind every guard;
 * `docs/permissions.md` explains it, tests walk it. What depends on a row as well (my own plan, my
 * own team) is checked by the use case on top of this.
 */
export const permissions = {
  "home.see": ["trainee", "manager", "consultant", "administrator"],
  "preferences.change": ["trainee", "manager", "consultant", "administrator"],
  "lesson.take": ["trainee", "manager", "consultant"],
  "account.see": ["trainee", "manager", "consultant"],
  "account.edit": ["manager", "consultant"],
  "sales.import": ["manager", "consultant"],
  "plan.see": ["trainee", "manager", "consultant"],
  "plan.edit": ["trainee", "manager", "consultant"],
  "proposal.decide": ["trainee", "manager"],
  "programme.see": ["trainee", "manager", "consultant"],
  "programme.edit": ["manager"],
  "workshop.see": ["trainee", "manager", "consultant"],
  "workshop.facilitate": ["consultant"],
  "team.see": ["manager"],
  "field-task.decide": ["manager", "trainee"],
  "own-skills.see": ["trainee", "manager", "consultant"],
  "person.invite": ["manager", "administrator"],
  "platform.administer": ["administrator"],
} as const satisfies Record<string, ReadonlyArray<Role>>;

export type Permission = keyof typeof permissions;

export function mayDo(role: Role, permission: Permission): boolean {
  return (permissions[permission] as ReadonlyArray<Role>).includes(role);
}
