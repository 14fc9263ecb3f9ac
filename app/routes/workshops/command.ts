import type { ActionFunctionArgs } from "@remix-run/node";
import { parseCommand } from "~/domain/workshops/parse-command";
import { requireSeat } from "~/features/workshops/seat.server";
import { submitCommand } from "~/features/workshops/submit-command.server";
import { notFound } from "~/platform/guard.server";
import { readJson } from "~/platform/json.server";

/** `POST /workshops/:id/command`: one command in, accepted with its number or refused with a reason. */
export async function action(args: ActionFunctionArgs) {
  const { tenant, workshopId, participantId } = await requireSeat(
    args,
    args.params.id ?? "",
  );
  const parsed = parseCommand(await readJson(args.request));
  if (!parsed.ok)
    return Response.json(
      { status: "malformed", ...parsed.problem },
      { status: 422 },
    );
  const command = parsed.value;
  if (command.workshopId !== workshopId) throw notFound();
  const answer = await submitCommand(
    tenant.organisationId,
    { kind: "person", participantId },
    command,
  );
  if (answer.status === "absent") throw notFound();
  const status = answer.status === "accepted" ? 200 : 409;
  return Response.json({ ...answer, now: Date.now() }, { status });
}
