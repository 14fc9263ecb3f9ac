import { createContext, useContext } from "react";
import type { Criterion, Participant, Step } from "~/domain/workshops/types";
import type { CriterionTexts } from "~/domain/workshops/template";
import type { LiveWorkshop } from "../use-live-workshop";
import type { RoomTexts } from "./room-texts";

/** What every part of a participant's room works with. */
export type Room = LiveWorkshop & {
  texts: RoomTexts;
  me: Participant;
};

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("Not inside a participant's room.");
  return room;
}

/** The current step, of the type that the task is made for. */
export type StepOf<T extends Step["type"]> = Extract<Step, { type: T }>;

/** A criterion as the person reads it: the room's own words, else the template's in their language. */
export function criterionText(
  texts: RoomTexts,
  { id, name, definition, lowAnchor, highAnchor }: Criterion,
): CriterionTexts {
  const template = texts.criteria[id];
  return {
    name: name ?? template?.name ?? id,
    definition: definition ?? template?.definition ?? "",
    lowAnchor: lowAnchor ?? template?.lowAnchor ?? "",
    highAnchor: highAnchor ?? template?.highAnchor ?? "",
  };
}
