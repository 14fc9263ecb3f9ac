import { type AppLoadContext, redirect } from "@remix-run/node";
import {
  mayDo,
  type Permission,
  permissions,
} from "~/domain/organisations/permissions";
import type {
  PlatformAdministrator,
  Tenant,
} from "~/domain/organisations/tenant";
import type { MembershipRow, SessionHolder } from "#db/queries/sessions.server";
import { type Identity, identityOf } from "./session.server";
import { platformAdministrator, tenantOf } from "./tenant.server";

/** What a loader or action hands to its guard. */
export type Asked = { request: Request; context: AppLoadContext };

/** A signed-in person in the organisation they look at. */
export type Member = {
  tenant: Tenant & { readonly personId: string };
  identity: Identity;
  person: SessionHolder;
  organisation: MembershipRow;
  role: MembershipRow["role"];
};

const known = new WeakMap<AppLoadContext, Promise<Identity | null>>();

/** Who asks; looked up once a request, however many loaders run. */
export function whoAsks({ request, context }: Asked): Promise<Identity | null> {
  let identity = known.get(context);
  if (!identity) {
    identity = identityOf(request);
    known.set(context, identity);
  }
  return identity;
}

function memberIn(identity: Identity): Member | null {
  const { memberships } = identity.person;
  const organisation =
    memberships.find(
      ({ organisationId }) => organisationId === identity.activeOrganisationId,
    ) ??
    memberships.find(({ organisationKind }) => organisationKind === "client") ??
    memberships[0];
  if (!organisation) return null;
  return {
    tenant: tenantOf(
      organisation.organisationId,
      identity.person.id,
    ) as Member["tenant"],
    identity,
    person: identity.person,
    organisation,
    role: organisation.role,
  };
}

/** The member asking, or null for a visitor; for pages that both may see. */
export async function memberOrVisitor(asked: Asked): Promise<Member | null> {
  const identity = await whoAsks(asked);
  return identity && memberIn(identity);
}

/**
 * Lets only members through whose role has the permission.
 *
 * @throws a redirect to sign-in (pages), 401 (data), or 403 that names who may.
 */
export async function requireMember(
  asked: Asked,
  permission: Permission,
): Promise<Member> {
  const member = await memberOrVisitor(asked);
  if (!member) throw notSignedIn(asked);
  if (!mayDo(member.role, permission)) {
    throw Response.json(
      { reason: "role", needed: permissions[permission] },
      { status: 403 },
    );
  }
  return member;
}

/** Lets only the platform's administrators through: those of the consultancy itself. */
export async function requirePlatformAdministrator(
  asked: Asked,
): Promise<Member & { administrator: PlatformAdministrator }> {
  const member = await requireMember(asked, "platform.administer");
  if (member.organisation.organisationKind !== "consultancy") {
    throw Response.json(
      { reason: "role", needed: permissions["platform.administer"] },
      { status: 403 },
    );
  }
  return { ...member, administrator: platformAdministrator(member.person.id) };
}

/** Declares that anybody may ask, and why; the route tests insist on one guard for each route. */
export function publicRoute(_why: string): void {}

function notSignedIn({ request, context }: Asked): Response {
  if (context.wantsData) {
    return Response.json({ reason: "signed-out" }, { status: 401 });
  }
  const { pathname, search } = new URL(request.url);
  const to = request.method === "GET" ? pathname + search : "/";
  return redirect(`/sign-in?to=${encodeURIComponent(to)}`);
}

/** The same 404 for another organisation's row and for one that does not exist. */
export function notFound(): Response {
  return Response.json({ reason: "not-found" }, { status: 404 });
}
