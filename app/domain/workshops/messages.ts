/** Every message of the live workshop, in one place: what may be asked, what is logged, what a viewer is sent. */
import type {
  Account,
  Axis,
  Capacity,
  Definition,
  Language,
  LateType,
  Mode,
  Phase,
  Round,
  Score,
  Stage,
  StepPlan,
  TierId,
  Timer,
  WorkshopView,
} from "./types";

type Nothing = Record<string, never>;

/** What a participant asks for. */
type ParticipantPayloads = {
  "add-note": { noteId: string; text: string };
  "edit-note": { noteId: string; text: string };
  "withdraw-note": { noteId: string };
  nominate: { accountIds: ReadonlyArray<string> };
  /** The whole distribution at once: 100 points per axis, whole numbers. The last one counts. */
  "allocate-points": { round: Round; points: Readonly<Record<string, number>> };
  /** null takes one's own score back. */
  "set-scores": {
    round: Round;
    scores: ReadonlyArray<{
      accountId: string;
      criterionId: string;
      score: Score | null;
    }>;
  };
  "propose-stages": {
    stages: ReadonlyArray<{ accountId: string; stage: Stage | null }>;
  };
  "set-done": { done: boolean };
  "propose-decision": {
    decisionId: string;
    text: string;
    accountId: string | null;
  };
  "withdraw-decision": { decisionId: string };
  "vote-decision": { decisionId: string; vote: "for" | "against" | null };
  "add-action": ActionFields;
  "edit-action": ActionFields;
  "withdraw-action": { actionId: string };
  /** Adds the objective, or changes one's own. */
  "put-objective": { objectiveId: string; accountId: string; text: string };
  "withdraw-objective": { objectiveId: string };
};
type ActionFields = {
  actionId: string;
  text: string;
  ownerName: string;
  /** A day, yyyy-mm-dd. */
  dueOn: string;
  accountId: string | null;
};

/** What moves the notes of a revealed brainstorm: the facilitator's, or everybody's where the step says so. */
type GroupingPayloads = {
  "add-group": {
    groupId: string;
    title: string;
    noteIds: ReadonlyArray<string>;
  };
  "rename-group": { groupId: string; title: string };
  "remove-group": { groupId: string };
  "move-note": { noteId: string; groupId: string | null };
};

/** What only a facilitator may ask for. */
type FacilitatorPayloads = {
  "set-lobby": { open: boolean };
  start: Nothing;
  "go-to-step": { stepId: string };
  "set-phase": { phase: Phase };
  "set-lock": { locked: boolean };
  "remove-participant": { participantId: string };
  "grant-facilitator": { participantId: string };
  "release-facilitator": Nothing;
  "hide-note": { noteId: string; hidden: boolean };
  /** Adds the criterion, or changes it when it is there. `name: null` keeps the template's text. */
  "put-criterion": {
    criterionId: string;
    axis: Axis;
    name: string | null;
    definition: string | null;
    lowAnchor: string | null;
    highAnchor: string | null;
    groupId: string | null;
  };
  "drop-criterion": { criterionId: string };
  "add-account": { accountId: string; name: string };
  "drop-account": { accountId: string };
  "set-potential": { accountId: string; amount: number | null };
  "settle-stage": { accountId: string; stage: Stage | null };
  "override-position": {
    accountId: string;
    x: number;
    y: number;
    reason: string;
  };
  "clear-override": { accountId: string };
  "set-capacity": Capacity;
  "set-cut-off": { counts: Readonly<Partial<Record<TierId, number>>> };
  "write-definition": Definition;
  "close-decision": { decisionId: string; outcome: "adopted" | "rejected" };
  "admit-late": { lateId: string };
  "close-workshop": Nothing;
};

type TimerCommandPayload = {
  "set-timer":
    | { change: "start" | "extend"; seconds: number }
    | { change: "pause" | "resume" | "clear" };
};

/** Made by the server alone; `parseCommand` refuses them from outside. */
type ServerPayloads = {
  create: {
    title: string;
    theme: string;
    templateVersion: string;
    mode: Mode;
    language: Language;
    currency: string;
    steps: ReadonlyArray<StepPlan>;
    accounts: ReadonlyArray<Account>;
    facilitator: { participantId: string; name: string };
  };
  join: { participantId: string; name: string; unit: string | null };
  "load-accounts": { accounts: ReadonlyArray<Account> };
};

type ClientPayloads = ParticipantPayloads &
  GroupingPayloads &
  FacilitatorPayloads &
  TimerCommandPayload;
type CommandPayloads = ClientPayloads & ServerPayloads;

/** As logged: like the command, with what only the decision could know filled in. */
type OperationPayloads = Omit<
  CommandPayloads,
  "set-timer" | "close-decision"
> & {
  "set-timer": { timer: Timer };
  "close-decision": {
    decisionId: string;
    outcome: "adopted" | "rejected";
    tally: { for: number; against: number };
  };
  late: { lateId: string; type: LateType; text: string | null; sent: unknown };
};

type Tagged<Payloads> = {
  [T in keyof Payloads]: { type: T; payload: Payloads[T] };
}[keyof Payloads];

type Envelope = {
  /** Made by the client, once per intention: sending it twice equals sending it once. */
  opId: string;
  workshopId: string;
  stepId: string | null;
};

/** `baseSeq`: what the client had seen when the person acted. It informs, it never decides. */
export type Command = Envelope & { baseSeq: number } & Tagged<CommandPayloads>;
export type ClientCommand = Envelope & {
  baseSeq: number;
} & Tagged<ClientPayloads>;
export type CommandType = Command["type"];

export type OperationBody = Tagged<OperationPayloads>;
export type OperationType = OperationBody["type"];
export type OperationOf<T extends OperationType> = Operation & { type: T };
export type Operation = Envelope & {
  seq: number;
  /** Participant id; "" in an operation whose author the receiver may not know. */
  actorId: string;
  /** Server time, milliseconds; 0 where it could point to an author. */
  at: number;
} & OperationBody;

/** Who asks, as the server knows it from session or guest cookie. What they may do stands in the workshop's state. */
export type Actor =
  { kind: "screen" } | { kind: "person"; participantId: string };

/**
 * What is sent to a viewer after an operation. `snapshot` says: send this viewer's fresh view (`viewOf`).
 * On the wire a snapshot carries that view.
 */
export type ViewEvent =
  | { type: "operation"; operation: Operation }
  | { type: "snapshot"; seq: number };
/** A view event as the browser gets it. */
export type WireEvent =
  | { type: "operation"; operation: Operation }
  | { type: "snapshot"; view: WorkshopView };

export type RefusalReason =
  | "not-in-this-workshop"
  | "screen-cannot-act"
  | "facilitators-only"
  | "participants-only"
  | "person-removed"
  | "workshop-closed"
  | "workshop-not-running"
  | "workshop-already-running"
  | "already-created"
  | "already-joined"
  | "room-full"
  | "room-locked"
  | "lobby-closed"
  | "name-missing"
  | "name-reserved"
  | "name-taken"
  | "step-unknown"
  | "step-closed"
  | "step-not-open-yet"
  | "wrong-activity"
  | "wrong-phase"
  | "phase-not-next"
  | "not-revealed-yet"
  | "already-revealed"
  | "too-few-criteria"
  | "too-many-criteria"
  | "criterion-unknown"
  | "criterion-name-missing"
  | "note-not-found"
  | "note-exists"
  | "not-your-note"
  | "too-many-notes"
  | "group-not-found"
  | "group-exists"
  | "too-many-groups"
  | "account-unknown"
  | "account-exists"
  | "too-many-accounts"
  | "points-not-100"
  | "points-incomplete"
  | "decision-not-found"
  | "decision-exists"
  | "decision-closed"
  | "not-your-decision"
  | "too-many-decisions"
  | "action-not-found"
  | "action-exists"
  | "not-your-action"
  | "too-many-actions"
  | "objective-not-found"
  | "not-your-objective"
  | "too-many-objectives"
  | "override-not-found"
  | "tier-unknown"
  | "participant-unknown"
  | "already-facilitator"
  | "last-facilitator"
  | "facilitator-stays"
  | "late-not-found"
  | "late-not-a-note"
  | "late-tray-full"
  | "timer-not-running"
  | "timer-not-paused"
  | "timer-too-long"
  | "nothing-to-change";
