import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { isDemonstration } from "~/features/organisations/demonstration.server";
import { Door } from "~/features/organisations/frame";
import { publicRoute } from "~/platform/guard.server";

export async function loader(_args: LoaderFunctionArgs) {
  publicRoute("the frame of the pages before signing in");
  return { demonstration: await isDemonstration() };
}

export default function DoorRoute() {
  return (
    <Door {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Door>
  );
}
