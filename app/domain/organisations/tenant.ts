declare const proven: unique symbol;

/**
 * Proof that the person behind a request belongs to an organisation now. Every query function takes
 * one; only `app/platform/tenant.server.ts` makes them, after checking a session, a guest's cookie
 * or on behalf of a background job.
 */
export type Tenant = {
  readonly organisationId: string;
  /** The member acting; null for a workshop guest and for background jobs. */
  readonly personId: string | null;
  readonly [proven]: "tenant";
};

/** Proof that a platform administrator acts: sees organisations and people, never plans or workshops. */
export type PlatformAdministrator = {
  readonly personId: string;
  readonly [proven]: "platform-administrator";
};
