import type { RouteConfig } from "@remix-run/route-config";
import { layout, route } from "@remix-run/route-config";

/** Every address of the product. */
export default [
  layout("routes/door.tsx", [
    route("sign-in", "routes/auth/sign-in.tsx"),
    route("forgot", "routes/auth/forgot.tsx"),
    route("reset/:token", "routes/auth/reset.tsx"),
    route("invite/:token", "routes/auth/invite.tsx"),
    route("join", "routes/workshops/join.tsx"),
    route("join/:code", "routes/workshops/join-code.tsx"),
  ]),
  route("sign-out", "routes/auth/sign-out.ts"),
  route("preferences", "routes/auth/preferences.ts"),
  route("workshops/:id", "routes/workshops/workshop.tsx"),
  route("workshops/:id/screen", "routes/workshops/screen.tsx"),
  route("workshops/:id/command", "routes/workshops/command.ts"),
  route("accounts/export.csv", "routes/plans/accounts-export.ts"),
  route("accounts/import/:draft/progress", "routes/plans/import-progress.ts"),
  layout("routes/frame.tsx", [
    route("/", "routes/home.tsx"),
    route("learn", "routes/learn/modules.tsx"),
    route("learn/:module", "routes/learn/module.tsx"),
    route("learn/:module/test", "routes/learn/test.tsx"),
    route("learn/:module/:lesson", "routes/learn/lesson.tsx"),
    route("workshops", "routes/workshops/list.tsx"),
    route("workshops/new", "routes/workshops/new.tsx"),

    route("me", "routes/team/me.tsx"),
    route("team", "routes/team/heat-map.tsx"),
    route("team/invite", "routes/team/invite.tsx"),
    route("team/tasks/:task", "routes/team/field-task.tsx"),
    route("team/:person", "routes/team/person.tsx"),
    route("programme", "routes/plans/programme.tsx"),
    route("plans/new", "routes/plans/plan-new.tsx"),
    route("plans/:id", "routes/plans/plan.tsx"),
    route("plans/:id/history", "routes/plans/plan-history.tsx"),
    route("plans/:id/proposals", "routes/plans/adopt.tsx"),
    route("accounts", "routes/plans/accounts.tsx"),
    route("accounts/settings", "routes/plans/accounts-settings.tsx"),
    route("accounts/import", "routes/plans/import.tsx"),
    route("accounts/import/:draft", "routes/plans/import-draft.tsx"),
    route("accounts/:account", "routes/plans/account.tsx"),
    route("admin", "routes/admin/organisations.tsx"),
    route("admin/:organisation", "routes/admin/people.tsx"),
    route("*", "routes/not-found.tsx"),
  ]),
] satisfies RouteConfig;
