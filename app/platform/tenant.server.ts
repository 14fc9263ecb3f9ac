import type {
  PlatformAdministrator,
  Tenant,
} from "../domain/organisations/tenant";

/**
 * Makes the proof of belonging. Call it only where belonging was just checked: the guard, a guest's
 * cookie, an accepted invitation, a seed or a background job.
 */
export function tenantOf(
  organisationId: string,
  personId: string | null,
): Tenant {
  return { organisationId, personId } as Tenant;
}

/** Only for the guard, the administrator's command line and the seed. */
export function platformAdministrator(personId: string): PlatformAdministrator {
  return { personId } as PlatformAdministrator;
}
