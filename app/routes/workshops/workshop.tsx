import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LanguageSwitch } from "~/features/organisations/frame";
import { FacilitatorRoom } from "~/features/workshops/facilitator/facilitator-room";
import { loadRoom } from "~/features/workshops/load-room.server";
import { ParticipantRoom } from "~/features/workshops/participant/participant-room";
import { findSeat, wayWithoutSeat } from "~/features/workshops/seat.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const workshopId = args.params.id ?? "";
  const seat = await findSeat(args, workshopId);
  if (!seat) throw redirect(await wayWithoutSeat(args, workshopId));
  return loadRoom(args, seat);
}

/** Participants and facilitators share the address; each sees the room made for them. */
export default function WorkshopRoute() {
  const room = useLoaderData<typeof loader>();
  if (room.as === "facilitator")
    return (
      <FacilitatorRoom
        key={room.initial.id}
        initial={room.initial}
        texts={room.texts}
        serverNow={room.serverNow}
        joinCode={room.joinCode}
        joinUrl={room.joinUrl}
        qr={room.qr}
        language={<LanguageSwitch />}
      />
    );
  return (
    <ParticipantRoom
      key={room.initial.id}
      initial={room.initial}
      texts={room.texts}
      serverNow={room.serverNow}
      language={<LanguageSwitch />}
    />
  );
}
