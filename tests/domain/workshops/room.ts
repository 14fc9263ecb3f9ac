/** A room for the tests: the log, and a server that does nothing but decide, number and reduce. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { decide } from "~/domain/workshops/decide";
import type {
  Actor,
  Command,
  Operation,
  RefusalReason,
} from "~/domain/workshops/messages";
import { emptyWorkshop, reduce } from "~/domain/workshops/reduce";
import type { WorkshopTemplate } from "~/domain/workshops/template";
import type { Mode, WorkshopState } from "~/domain/workshops/types";

const folder = new URL(
  "../../../content/workshops/strategies/",
  import.meta.url,
);
export const readTemplate = (file: string): unknown =>
  parse(readFileSync(new URL(file, folder), "utf8"));
const template = readTemplate("template.yaml") as WorkshopTemplate;

const steps = template.steps.map(({ outputs: _outputs, ...step }) => step);
export const stepIds = steps.map(({ id }) => id);

/** A version 4 uuid that a number determines: the same in every run. */
function uuid(number: number, space = 0): string {
  const mixed = (Math.imul(number + 1, 2_654_435_761) >>> 0)
    .toString(16)
    .padStart(8, "0");
  return `${mixed}-0000-4000-8000-${space.toString(16).padStart(4, "0")}${number.toString(16).padStart(8, "0")}`;
}

export const workshopId = uuid(0, 0xff);
export const facilitatorId = uuid(0, 1);
export const personId = (number: number) => uuid(number, 2);
export const accountId = (number: number) => uuid(number, 3);
export const noteId = (number: number) => uuid(number, 4);
export const otherId = (number: number) => uuid(number, 5);
export const criterionIds = steps.flatMap((step) =>
  step.type === "weighting"
    ? step.config.candidates
        .filter(({ preselected }) => preselected)
        .map(({ id }) => id)
    : [],
);

export const person = (participantId: string): Actor => ({
  kind: "person",
  participantId,
});

type Sent = Pick<Command, "type" | "payload"> & {
  stepId?: string | null;
  opId?: string;
};
export type Asked = {
  [T in Command["type"]]: {
    type: T;
    payload: Extract<Command, { type: T }>["payload"];
    stepId?: string | null;
    opId?: string;
  };
}[Command["type"]];

export class Room {
  state: WorkshopState = emptyWorkshop(workshopId);
  readonly log: Operation[] = [];
  now = 1_700_000_000_000;
  private sent = 0;

  /** @returns the operation, or the reason why there is none */
  ask(actor: Actor, asked: Asked): Operation | RefusalReason {
    this.sent += 1;
    const command = this.command(asked);
    const known = this.log.find(({ opId }) => opId === command.opId);
    if (known) return known;
    const decided = decide(this.state, command, actor, this.now);
    if (!decided.ok) return decided.reason;
    const operation: Operation = {
      seq: this.log.length + 1,
      opId: command.opId,
      workshopId,
      stepId: command.stepId,
      actorId: actor.kind === "person" ? actor.participantId : "",
      at: this.now,
      ...decided.value,
    };
    this.log.push(operation);
    this.state = reduce(this.state, operation);
    this.now += 1_000;
    return operation;
  }

  command({ stepId, opId, ...asked }: Sent): Command {
    return {
      opId: opId ?? otherId(0x1000_0000 + this.sent),
      workshopId,
      stepId: stepId === undefined ? this.state.currentStepId : stepId,
      baseSeq: this.state.seq,
      ...asked,
    } as Command;
  }

  as(participantId: string, asked: Asked): Operation | RefusalReason {
    return this.ask(person(participantId), asked);
  }

  lead(asked: Asked): Operation | RefusalReason {
    return this.as(facilitatorId, asked);
  }

  /** The facilitator's command that must succeed. */
  must(asked: Asked): void {
    const answer = this.lead(asked);
    if (typeof answer === "string")
      throw new Error(`${asked.type} was refused: ${answer}`);
  }

  goTo(step: number): void {
    this.must({
      type: "go-to-step",
      payload: { stepId: stepIds[step] as string },
    });
  }

  reveal(phase: "revealed" | "round1-revealed" | "round2-revealed"): void {
    this.must({ type: "set-phase", payload: { phase } });
  }
}

export function createdRoom(mode: Mode = "named", accounts = 3): Room {
  const room = new Room();
  room.must({
    type: "create",
    stepId: null,
    payload: {
      title: "Nordwood 2027",
      theme: "strategies",
      templateVersion: "1",
      mode,
      language: "et",
      currency: "EUR",
      steps,
      accounts: Array.from({ length: accounts }, (_, index) => ({
        id: accountId(index),
        name: `Account ${index}`,
        facts: null,
        potential: null,
      })),
      facilitator: { participantId: facilitatorId, name: "Kadri" },
    },
  });
  return room;
}

export function openRoom(mode: Mode = "named", people = 5, accounts = 3): Room {
  const room = createdRoom(mode, accounts);
  room.must({ type: "set-lobby", stepId: null, payload: { open: true } });
  for (let number = 0; number < people; number += 1)
    room.as(personId(number), {
      type: "join",
      stepId: null,
      payload: {
        participantId: personId(number),
        name: `Person ${number}`,
        unit: number % 2 === 0 ? "Timber" : "Packaging",
      },
    });
  return room;
}

/** Running, in its first step. */
export function runningRoom(
  mode: Mode = "named",
  people = 5,
  accounts = 3,
): Room {
  const room = openRoom(mode, people, accounts);
  room.must({ type: "start", stepId: null, payload: {} });
  return room;
}

/** 100 points on each axis, spread evenly over what the state has. */
export function evenPoints(state: WorkshopState): Record<string, number> {
  const points: Record<string, number> = {};
  for (const axis of ["attractiveness", "strength"] as const) {
    const ids = state.criteria.filter((one) => one.axis === axis);
    ids.forEach(({ id }, index) => {
      points[id] =
        Math.floor(100 / ids.length) + (index < 100 % ids.length ? 1 : 0);
    });
  }
  return points;
}
