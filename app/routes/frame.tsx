import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Frame } from "~/features/organisations/frame";
import { loadFrame } from "~/features/organisations/load-frame.server";
import { publicRoute } from "~/platform/guard.server";

export function loader(args: LoaderFunctionArgs) {
  publicRoute(
    "the frame shows a visitor nothing; each page inside has its own guard",
  );
  return loadFrame(args);
}

export default function FrameRoute() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}
