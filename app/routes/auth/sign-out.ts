import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { publicRoute, whoAsks } from "~/platform/guard.server";
import { endSession } from "~/platform/session.server";

export async function action(args: ActionFunctionArgs) {
  publicRoute("somebody without a session may sign out too; nothing happens");
  const cookie = await endSession(await whoAsks(args));
  return redirect("/sign-in", {
    headers: {
      "Set-Cookie": cookie,
      // A shared training-room machine keeps nothing of the person.
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
}
