import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadScreen } from "~/features/workshops/screen/load-screen.server";
import { BigScreen } from "~/features/workshops/screen/big-screen";
import { requireSeatOr } from "~/features/workshops/seat.server";
import { titled } from "~/platform/meta";

export const meta = titled;

/** The projector's page: sees what everybody may see, and sends nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const workshopId = args.params.id ?? "";
  const onlooker = await requireSeatOr(args, workshopId, "workshop.facilitate");
  return loadScreen(onlooker, workshopId);
}

export default function ScreenRoute() {
  const screen = useLoaderData<typeof loader>();
  return <BigScreen key={screen.initial.id} {...screen} />;
}
