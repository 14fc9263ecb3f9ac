import { mayDo, type Permission } from "~/domain/organisations/permissions";
import { type Asked, memberOrVisitor } from "~/platform/guard.server";
import { isDemonstration } from "./demonstration.server";

const places = [
  ["learn", "lesson.take"],
  ["workshops", "workshop.see"],
  ["accounts", "account.see"],
  ["programme", "programme.see"],
  ["team", "team.see"],
  ["me", "own-skills.see"],
  ["admin", "platform.administer"],
] as const satisfies ReadonlyArray<readonly [string, Permission]>;

export type Place = (typeof places)[number][0];

/** What the page's frame shows of the person asking; null for a visitor. */
export type FrameViewer = {
  name: string;
  email: string;
  organisation: { id: string; name: string };
  organisations: Array<{ id: string; name: string }>;
  places: Place[];
};

export async function loadFrame(asked: Asked): Promise<{
  viewer: FrameViewer | null;
  demonstration: boolean;
}> {
  const member = await memberOrVisitor(asked);
  return {
    viewer: member && {
      name: member.person.name,
      email: member.person.email,
      organisation: {
        id: member.organisation.organisationId,
        name: member.organisation.organisationName,
      },
      organisations: member.person.memberships.map(
        ({ organisationId, organisationName }) => ({
          id: organisationId,
          name: organisationName,
        }),
      ),
      places: places
        .filter(([, permission]) => mayDo(member.role, permission))
        .map(([place]) => place),
    },
    demonstration: await isDemonstration(),
  };
}
