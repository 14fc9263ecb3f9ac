/**
 * What happens to a command: the operation that it becomes, or the reason why not.
 *
 * Pure, and the same on the server and in the browser (where it serves to show
 * one's own entry at once). Each rule carries its number in docs/live-protocol.md.
 */
import { done, refused, type Outcome } from "../outcome";
import type {
  Actor,
  Command,
  CommandType,
  OperationBody,
  RefusalReason,
} from "./messages";
import {
  isRevealed,
  openRound,
  phasesOf,
  revealedRounds,
  stepById,
  wasEntered,
} from "./phases";
import { findById } from "./sorted";
import { looksLikeStaff, nameSkeleton } from "./text";
import {
  axes,
  type ActivityType,
  type LateType,
  type Participant,
  type Round,
  type Step,
  type Timer,
  type WorkshopShared,
} from "./types";

type Decision = Outcome<OperationBody, RefusalReason>;
type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** More than a room needs, few enough that nobody can fill the log alone. */
const most = {
  people: 500,
  notesEach: 100,
  notes: 5_000,
  groups: 60,
  accounts: 60,
  decisions: 60,
  actions: 120,
  objectives: 120,
  lateEach: 50,
  late: 1_000,
  timerMs: 12 * 3_600_000,
} as const;

const facilitatorTypes: ReadonlySet<CommandType> = new Set<CommandType>([
  "load-accounts",
  "set-lobby",
  "start",
  "go-to-step",
  "set-phase",
  "set-lock",
  "set-timer",
  "remove-participant",
  "grant-facilitator",
  "release-facilitator",
  "hide-note",
  "put-criterion",
  "drop-criterion",
  "add-account",
  "drop-account",
  "set-potential",
  "settle-stage",
  "override-position",
  "clear-override",
  "set-capacity",
  "set-cut-off",
  "write-definition",
  "close-decision",
  "admit-late",
  "close-workshop",
]);

/** @param now server time in milliseconds; the browser passes its estimate of it */
export function decide(
  workshop: WorkshopShared,
  command: Command,
  actor: Actor,
  now: number,
): Decision {
  if (command.workshopId !== workshop.id)
    return refused("not-in-this-workshop");
  if (actor.kind === "screen") return refused("screen-cannot-act");
  if (command.type === "create") return createIn(workshop, command, actor);
  if (command.type === "join") return joinIn(workshop, command, actor);

  const me = workshop.participants.find(({ id }) => id === actor.participantId);
  if (!me) return refused("not-in-this-workshop");
  if (me.removed) return refused("person-removed");
  if (workshop.status === "closed") return refused("workshop-closed");
  if (facilitatorTypes.has(command.type) && me.role !== "facilitator")
    return refused("facilitators-only");

  switch (command.type) {
    case "add-note":
    case "edit-note":
    case "nominate":
    case "allocate-points":
    case "set-scores":
    case "propose-stages":
      return contribute(workshop, command, me);
    case "withdraw-note":
      return withdrawNote(workshop, command, me);
    case "set-done":
      return setDone(workshop, command, me);
    case "add-group":
    case "rename-group":
    case "remove-group":
    case "move-note":
      return group(workshop, command, me);

    case "propose-decision":
    case "withdraw-decision":
    case "vote-decision":
    case "close-decision":
      return decision(workshop, command, me);
    case "add-action":
    case "edit-action":
    case "withdraw-action":
      return action(workshop, command, me);
    case "put-objective":
    case "withdraw-objective":
      return objective(workshop, command, me);

    case "put-criterion":
    case "drop-criterion":
      return criterion(workshop, command);
    case "add-account":
    case "drop-account":
    case "set-potential":
    case "load-accounts":
      return account(workshop, command);
    case "settle-stage":
      return settleStage(workshop, command);
    case "override-position":
    case "clear-override":
      return override(workshop, command);
    case "set-capacity":
    case "set-cut-off":
    case "write-definition":
      return programmeRule(workshop, command);

    case "hide-note": {
      const { noteId, hidden } = command.payload;
      const note = findById(workshop.notes, noteId);
      if (!note || !isRevealed(workshop, note.stepId))
        return refused("note-not-found");
      if (note.hidden === hidden) return refused("nothing-to-change");
      return accepted(command);
    }
    case "admit-late": {
      const entry = findById(workshop.late, command.payload.lateId);
      if (!entry || !isRevealed(workshop, entry.stepId))
        return refused("late-not-found");
      if (entry.type !== "add-note") return refused("late-not-a-note");
      if (entry.admitted) return refused("nothing-to-change");
      return accepted(command);
    }

    default:
      return conduct(workshop, command, me, now);
  }
}

/** The command as it stands becomes the operation. */
function accepted(
  command: Exclude<Command, { type: "set-timer" | "close-decision" }>,
): Decision {
  return done({
    type: command.type,
    payload: command.payload,
  } as OperationBody);
}

function createIn(
  workshop: WorkshopShared,
  command: CommandOf<"create">,
  actor: { participantId: string },
): Decision {
  if (workshop.seq > 0) return refused("already-created");
  if (command.payload.facilitator.participantId !== actor.participantId)
    return refused("not-in-this-workshop");
  return accepted(command);
}

/** L7–L9. The server cleans the name before; here it is judged. */
function joinIn(
  workshop: WorkshopShared,
  command: CommandOf<"join">,
  actor: { participantId: string },
): Decision {
  const { participantId, name } = command.payload;
  if (workshop.seq === 0 || participantId !== actor.participantId)
    return refused("not-in-this-workshop");
  if (workshop.status === "closed") return refused("workshop-closed");
  const known = workshop.participants.find(({ id }) => id === participantId);
  if (known)
    return refused(known.removed ? "person-removed" : "already-joined");
  if (workshop.locked) return refused("room-locked");
  if (!workshop.lobbyOpen) return refused("lobby-closed");
  if (workshop.participants.length >= most.people) return refused("room-full");
  // What isn't stored can't leak: an anonymous room has no names at all.
  if (workshop.mode === "anonymous")
    return done({ type: "join", payload: { ...command.payload, name: "" } });
  if (name === "") return refused("name-missing");
  if (looksLikeStaff(name)) return refused("name-reserved");
  const skeleton = nameSkeleton(name);
  const imitates = workshop.participants.some(
    (person) =>
      person.role === "facilitator" && nameSkeleton(person.name) === skeleton,
  );
  return imitates ? refused("name-taken") : accepted(command);
}

type Contribution = CommandOf<LateType>;

const activityOf: Readonly<Record<LateType, ActivityType>> = {
  "add-note": "brainstorm",
  "edit-note": "brainstorm",
  nominate: "brainstorm",
  "allocate-points": "weighting",
  "set-scores": "scoring-matrix",
  "propose-stages": "relationship-stage",
};

/** L10–L13. In time it counts; too late it goes to the tray; too early it waits with its author. */
function contribute(
  workshop: WorkshopShared,
  command: Contribution,
  me: Participant,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== activityOf[command.type]) return refused("wrong-activity");
  if (!wasEntered(step)) return refused("step-not-open-yet");
  const isNote = command.type === "add-note" || command.type === "edit-note";
  if (me.role === "facilitator" && !isNote) return refused("participants-only");

  const judged = isNote
    ? judgeNote(workshop, command, step, me)
    : judgeAnswer(workshop, command, step);
  if (!judged.ok) return judged;
  const inTime =
    judged.value === "in-time" &&
    step.id === workshop.currentStepId &&
    !workshop.locked;
  return inTime ? accepted(command) : tooLate(workshop, command, step, me);
}

type Judged = Outcome<"in-time" | "too-late", RefusalReason>;

function judgeNote(
  workshop: WorkshopShared,
  command: CommandOf<"add-note" | "edit-note">,
  step: Step,
  me: Participant,
): Judged {
  const { noteId } = command.payload;
  const note = findById(workshop.notes, noteId);
  if (command.type === "edit-note") {
    // Hidden and absent get the same answer, so that nobody can probe for ids.
    if (!note || note.stepId !== step.id) return refused("note-not-found");
    if (note.authorId === me.id) return done("in-time");
    return isRevealed(workshop, note.stepId)
      ? refused("not-your-note")
      : refused("note-not-found");
  }
  if (note || findById(workshop.late, noteId)) return refused("note-exists");
  const own = workshop.notes.filter(
    (one) => one.stepId === step.id && one.authorId === me.id,
  );
  if (own.length >= most.notesEach || workshop.notes.length >= most.notes)
    return refused("too-many-notes");
  return done("in-time");
}

function judgeAnswer(
  workshop: WorkshopShared,
  command: Exclude<Contribution, { type: "add-note" | "edit-note" }>,
  step: Step,
): Judged {
  const round: Round = "round" in command.payload ? command.payload.round : 1;
  const known = judgeContent(workshop, command, step);
  if (!known.ok) return known;
  if (openRound(step.phase) === round) return done("in-time");
  const rounds = phasesOf(step).filter((phase) => openRound(phase) === round);
  const [opens] = rounds;
  if (!opens) return refused("wrong-phase");
  const phases = phasesOf(step);
  return phases.indexOf(step.phase) > phases.indexOf(opens)
    ? done("too-late")
    : refused("wrong-phase");
}

function judgeContent(
  workshop: WorkshopShared,
  command: Exclude<Contribution, { type: "add-note" | "edit-note" }>,
  step: Step,
): Outcome<null, RefusalReason> {
  const accountIds = new Set(workshop.accounts.map(({ id }) => id));
  const criterionIds = new Set(workshop.criteria.map(({ id }) => id));
  switch (command.type) {
    case "nominate":
      if (step.type === "brainstorm" && !step.config.nominations)
        return refused("wrong-activity");
      return command.payload.accountIds.every((id) => accountIds.has(id))
        ? done(null)
        : refused("account-unknown");
    case "allocate-points":
      return pointsProblem(workshop, command.payload.points);
    case "set-scores":
      for (const { accountId, criterionId } of command.payload.scores) {
        if (!accountIds.has(accountId)) return refused("account-unknown");
        if (!criterionIds.has(criterionId)) return refused("criterion-unknown");
      }
      return done(null);
    case "propose-stages":
      return command.payload.stages.every(({ accountId }) =>
        accountIds.has(accountId),
      )
        ? done(null)
        : refused("account-unknown");
  }
}

/**
 * L12. One message carries the whole distribution, so no two messages can add up
 * to more than the budget: the last one stands.
 */
function pointsProblem(
  workshop: WorkshopShared,
  points: Readonly<Record<string, number>>,
): Outcome<null, RefusalReason> {
  const given = Object.keys(points);
  if (given.some((id) => !workshop.criteria.some((one) => one.id === id)))
    return refused("criterion-unknown");
  if (given.length !== workshop.criteria.length)
    return refused("points-incomplete");
  for (const axis of axes) {
    const criteria = workshop.criteria.filter((one) => one.axis === axis);
    if (criteria.length === 0) continue;
    const sum = criteria.reduce(
      (total, { id }) => total + (points[id] ?? 0),
      0,
    );
    if (sum !== 100) return refused("points-not-100");
  }
  return done(null);
}

function tooLate(
  workshop: WorkshopShared,
  command: Contribution,
  step: Step,
  me: Participant,
): Decision {
  const own = workshop.late.filter(({ authorId }) => authorId === me.id);
  if (own.length >= most.lateEach || workshop.late.length >= most.late)
    return refused("late-tray-full");
  const text =
    command.type === "add-note" || command.type === "edit-note"
      ? command.payload.text
      : null;
  return done({
    type: "late",
    payload: {
      lateId:
        command.type === "add-note" ? command.payload.noteId : command.opId,
      type: command.type,
      text,
      sent: command.payload,
    },
  });
}

function withdrawNote(
  workshop: WorkshopShared,
  command: CommandOf<"withdraw-note">,
  me: Participant,
): Decision {
  const note = findById(workshop.notes, command.payload.noteId);
  if (!note || note.stepId !== command.stepId) return refused("note-not-found");
  if (note.authorId !== me.id)
    return isRevealed(workshop, note.stepId)
      ? refused("not-your-note")
      : refused("note-not-found");
  return inOpenRoom(workshop, command);
}

function setDone(
  workshop: WorkshopShared,
  command: CommandOf<"set-done">,
  me: Participant,
): Decision {
  if (me.role === "facilitator") return refused("participants-only");
  if (workshop.status !== "running") return refused("workshop-not-running");
  if (!stepById(workshop, command.stepId)) return refused("step-unknown");
  if (command.stepId === null || command.stepId !== workshop.currentStepId)
    return refused("step-closed");
  const isDone = (workshop.done[command.stepId] ?? []).includes(me.id);
  return isDone === command.payload.done
    ? refused("nothing-to-change")
    : accepted(command);
}

/** Accepted while the room is in the command's step and inputs aren't paused. */
function inOpenRoom(
  workshop: WorkshopShared,
  command: Exclude<Command, { type: "set-timer" | "close-decision" }>,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  if (command.stepId !== workshop.currentStepId) return refused("step-closed");
  return workshop.locked ? refused("room-locked") : accepted(command);
}

/** L16. Only what is revealed can be grouped. */
function group(
  workshop: WorkshopShared,
  command: CommandOf<
    "add-group" | "rename-group" | "remove-group" | "move-note"
  >,
  me: Participant,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== "brainstorm") return refused("wrong-activity");
  if (me.role !== "facilitator" && step.config.grouping === "facilitator")
    return refused("facilitators-only");
  if (!isRevealed(workshop, step.id)) return refused("not-revealed-yet");

  const groupHere = (groupId: string) =>
    workshop.groups.some(
      ({ id, stepId }) => id === groupId && stepId === step.id,
    );
  const noteHere = (noteId: string) => {
    const note = findById(workshop.notes, noteId);
    return (
      note?.stepId === step.id && (!note.hidden || me.role === "facilitator")
    );
  };
  const { payload, type } = command;
  if (type === "add-group") {
    if (workshop.groups.some(({ id }) => id === payload.groupId))
      return refused("group-exists");
    if (workshop.groups.length >= most.groups)
      return refused("too-many-groups");
    if (!payload.noteIds.every(noteHere)) return refused("note-not-found");
  } else if (type === "move-note") {
    if (!noteHere(payload.noteId)) return refused("note-not-found");
    if (payload.groupId !== null && !groupHere(payload.groupId))
      return refused("group-not-found");
  } else if (!groupHere(payload.groupId)) {
    return refused("group-not-found");
  }
  return me.role === "facilitator"
    ? accepted(command)
    : inOpenRoom(workshop, command);
}

/** Decisions, actions and objectives come up in any step that the room has been in. */
function inAnyEnteredStep(
  workshop: WorkshopShared,
  command: Exclude<Command, { type: "set-timer" | "close-decision" }>,
  me: Participant,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (!wasEntered(step)) return refused("step-not-open-yet");
  if (workshop.locked && me.role !== "facilitator")
    return refused("room-locked");
  return accepted(command);
}

function accountKnown(workshop: WorkshopShared, accountId: string | null) {
  return (
    accountId === null || workshop.accounts.some(({ id }) => id === accountId)
  );
}

/** L17. A secret ballot; the facilitator closes it, and only then is it counted, once. */
function decision(
  workshop: WorkshopShared,
  command: CommandOf<
    | "propose-decision"
    | "withdraw-decision"
    | "vote-decision"
    | "close-decision"
  >,
  me: Participant,
): Decision {
  const found = workshop.decisions.find(
    ({ id }) => id === command.payload.decisionId,
  );
  if (command.type === "propose-decision") {
    if (found) return refused("decision-exists");
    if (!accountKnown(workshop, command.payload.accountId))
      return refused("account-unknown");
    if (workshop.decisions.length >= most.decisions)
      return refused("too-many-decisions");
    return inAnyEnteredStep(workshop, command, me);
  }
  if (!found) return refused("decision-not-found");
  if (found.status !== "open") return refused("decision-closed");
  if (command.type === "close-decision") {
    const votes = Object.values(found.votes);
    const votesFor = votes.filter((vote) => vote === "for").length;
    return done({
      type: "close-decision",
      payload: {
        ...command.payload,
        tally: { for: votesFor, against: votes.length - votesFor },
      },
    });
  }
  if (command.type === "withdraw-decision")
    return found.authorId === me.id
      ? inAnyEnteredStep(workshop, command, me)
      : refused("not-your-decision");
  if (me.role === "facilitator") return refused("participants-only");
  return inAnyEnteredStep(workshop, command, me);
}

function action(
  workshop: WorkshopShared,
  command: CommandOf<"add-action" | "edit-action" | "withdraw-action">,
  me: Participant,
): Decision {
  const found = workshop.actions.find(
    ({ id }) => id === command.payload.actionId,
  );
  if (
    "accountId" in command.payload &&
    !accountKnown(workshop, command.payload.accountId)
  )
    return refused("account-unknown");
  if (command.type === "add-action") {
    if (found) return refused("action-exists");
    if (workshop.actions.length >= most.actions)
      return refused("too-many-actions");
  } else {
    if (!found) return refused("action-not-found");
    if (found.authorId !== me.id && me.role !== "facilitator")
      return refused("not-your-action");
  }
  return inAnyEnteredStep(workshop, command, me);
}

function objective(
  workshop: WorkshopShared,
  command: CommandOf<"put-objective" | "withdraw-objective">,
  me: Participant,
): Decision {
  const found = workshop.objectives.find(
    ({ id }) => id === command.payload.objectiveId,
  );
  if (found && found.authorId !== me.id && me.role !== "facilitator")
    return refused("not-your-objective");
  if (command.type === "put-objective") {
    if (!accountKnown(workshop, command.payload.accountId))
      return refused("account-unknown");
    if (!found && workshop.objectives.length >= most.objectives)
      return refused("too-many-objectives");
  } else if (!found) {
    return refused("objective-not-found");
  }
  return inAnyEnteredStep(workshop, command, me);
}

/** Once points or scores have been seen, what they were given for stays as it was. */
function figuresRevealed(workshop: WorkshopShared): boolean {
  return workshop.steps.some(
    (step) =>
      (step.type === "weighting" || step.type === "scoring-matrix") &&
      revealedRounds(step.phase) > 0,
  );
}

/** L18. */
function criterion(
  workshop: WorkshopShared,
  command: CommandOf<"put-criterion" | "drop-criterion">,
): Decision {
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== "weighting") return refused("wrong-activity");
  if (step.phase !== "choosing") return refused("wrong-phase");
  if (figuresRevealed(workshop)) return refused("already-revealed");
  const { criterionId } = command.payload;
  const known = workshop.criteria.find(({ id }) => id === criterionId);
  if (command.type === "drop-criterion")
    return known ? accepted(command) : refused("criterion-unknown");

  const { axis, name, groupId } = command.payload;
  const candidate = step.config.candidates.find(({ id }) => id === criterionId);
  // A free id is a uuid; anything shorter must come from the template, where its text is.
  if (!candidate && !/^[0-9a-f-]{36}$/.test(criterionId))
    return refused("criterion-unknown");
  if (!candidate && name === null) return refused("criterion-name-missing");
  if (groupId !== null && !workshop.groups.some(({ id }) => id === groupId))
    return refused("group-not-found");
  const others = workshop.criteria.filter(
    (one) => one.axis === axis && one.id !== criterionId,
  );
  return others.length >= step.config.maximumPerAxis
    ? refused("too-many-criteria")
    : accepted(command);
}

function account(
  workshop: WorkshopShared,
  command: CommandOf<
    "add-account" | "drop-account" | "set-potential" | "load-accounts"
  >,
): Decision {
  const ids = new Set(workshop.accounts.map(({ id }) => id));
  if (command.type === "set-potential")
    return ids.has(command.payload.accountId)
      ? accepted(command)
      : refused("account-unknown");

  const scoresRevealed = workshop.steps.some(
    (step) => step.type === "scoring-matrix" && isRevealed(workshop, step.id),
  );
  if (scoresRevealed) return refused("already-revealed");
  if (command.type === "drop-account")
    return ids.has(command.payload.accountId)
      ? accepted(command)
      : refused("account-unknown");
  if (command.type === "add-account") {
    if (ids.has(command.payload.accountId)) return refused("account-exists");
    return ids.size >= most.accounts
      ? refused("too-many-accounts")
      : accepted(command);
  }
  for (const { id } of command.payload.accounts) ids.add(id);
  return ids.size > most.accounts
    ? refused("too-many-accounts")
    : accepted(command);
}

function settleStage(
  workshop: WorkshopShared,
  command: CommandOf<"settle-stage">,
): Decision {
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== "relationship-stage") return refused("wrong-activity");
  if (!isRevealed(workshop, step.id)) return refused("not-revealed-yet");
  return accountKnown(workshop, command.payload.accountId)
    ? accepted(command)
    : refused("account-unknown");
}

/** L19. Only what was computed can be moved, and the move carries its reason. */
function override(
  workshop: WorkshopShared,
  command: CommandOf<"override-position" | "clear-override">,
): Decision {
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== "two-by-two") return refused("wrong-activity");
  const { accountId } = command.payload;
  if (command.type === "clear-override")
    return workshop.overrides.some((one) => one.accountId === accountId)
      ? accepted(command)
      : refused("override-not-found");
  const scored = workshop.steps.some(
    (one) => one.type === "scoring-matrix" && isRevealed(workshop, one.id),
  );
  if (!scored) return refused("not-revealed-yet");
  return accountKnown(workshop, accountId)
    ? accepted(command)
    : refused("account-unknown");
}

function programmeRule(
  workshop: WorkshopShared,
  command: CommandOf<"set-capacity" | "set-cut-off" | "write-definition">,
): Decision {
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (step.type !== "cut-off") return refused("wrong-activity");
  const tiers =
    command.type === "set-cut-off"
      ? Object.keys(command.payload.counts)
      : command.type === "set-capacity"
        ? Object.keys(command.payload.effort)
        : [];
  return tiers.every((id) => step.config.tiers.some((tier) => tier.id === id))
    ? accepted(command)
    : refused("tier-unknown");
}

/** L20. What conducts the session itself. */
function conduct(
  workshop: WorkshopShared,
  command: CommandOf<
    | "set-lobby"
    | "start"
    | "go-to-step"
    | "set-phase"
    | "set-lock"
    | "set-timer"
    | "remove-participant"
    | "grant-facilitator"
    | "release-facilitator"
    | "close-workshop"
  >,
  me: Participant,
  now: number,
): Decision {
  switch (command.type) {
    case "set-lobby":
      return workshop.lobbyOpen === command.payload.open
        ? refused("nothing-to-change")
        : accepted(command);
    case "start":
      return workshop.status === "running"
        ? refused("workshop-already-running")
        : accepted(command);
    case "go-to-step":
      if (workshop.status !== "running") return refused("workshop-not-running");
      if (!stepById(workshop, command.payload.stepId))
        return refused("step-unknown");
      return workshop.currentStepId === command.payload.stepId
        ? refused("nothing-to-change")
        : accepted(command);
    case "set-phase":
      return setPhase(workshop, command);
    case "set-lock":
      return workshop.locked === command.payload.locked
        ? refused("nothing-to-change")
        : accepted(command);
    case "set-timer":
      return setTimer(workshop, command, now);
    case "remove-participant":
    case "grant-facilitator": {
      const person = workshop.participants.find(
        ({ id }) => id === command.payload.participantId,
      );
      if (!person || person.removed) return refused("participant-unknown");
      if (person.role === "facilitator")
        return refused(
          command.type === "grant-facilitator"
            ? "already-facilitator"
            : "facilitator-stays",
        );
      return accepted(command);
    }
    case "release-facilitator": {
      const others = workshop.participants.filter(
        ({ id, role, removed }) =>
          role === "facilitator" && !removed && id !== me.id,
      );
      return others.length > 0
        ? accepted(command)
        : refused("last-facilitator");
    }
    case "close-workshop":
      return workshop.status === "running"
        ? accepted(command)
        : refused("workshop-not-running");
  }
}

/**
 * L11. Forward one phase at a time: bytes that were shown can't be called back.
 * The one way back, from the first round to choosing, is there while nothing was shown.
 */
function setPhase(
  workshop: WorkshopShared,
  command: CommandOf<"set-phase">,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  const step = stepById(workshop, command.stepId);
  if (!step) return refused("step-unknown");
  if (!wasEntered(step)) return refused("step-not-open-yet");
  const { phase } = command.payload;
  if (step.phase === phase) return refused("nothing-to-change");
  if (step.phase === "round1" && phase === "choosing") return accepted(command);
  const phases = phasesOf(step);
  if (phases[phases.indexOf(step.phase) + 1] !== phase)
    return refused("phase-not-next");
  if (step.type === "weighting" && phase === "round1") {
    for (const axis of axes) {
      const { length } = workshop.criteria.filter((one) => one.axis === axis);
      if (length < step.config.minimumPerAxis)
        return refused("too-few-criteria");
      if (length > step.config.maximumPerAxis)
        return refused("too-many-criteria");
    }
  }
  return accepted(command);
}

function setTimer(
  workshop: WorkshopShared,
  { payload }: CommandOf<"set-timer">,
  now: number,
): Decision {
  if (workshop.status !== "running") return refused("workshop-not-running");
  const { endsAt, remainingMs } = workshop.timer;
  const set = (timer: Omit<Timer, "stepId">): Decision =>
    (timer.remainingMs ?? (timer.endsAt ?? now) - now) > most.timerMs
      ? refused("timer-too-long")
      : done({
          type: "set-timer",
          payload: { timer: { stepId: workshop.currentStepId, ...timer } },
        });
  switch (payload.change) {
    case "start":
      return set({ endsAt: now + payload.seconds * 1_000, remainingMs: null });
    case "extend":
      if (remainingMs !== null)
        return set({
          endsAt: null,
          remainingMs: remainingMs + payload.seconds * 1_000,
        });
      return endsAt === null
        ? refused("timer-not-running")
        : set({
            endsAt: Math.max(endsAt, now) + payload.seconds * 1_000,
            remainingMs: null,
          });
    case "pause":
      return endsAt === null
        ? refused("timer-not-running")
        : set({ endsAt: null, remainingMs: Math.max(0, endsAt - now) });
    case "resume":
      return remainingMs === null
        ? refused("timer-not-paused")
        : set({ endsAt: now + remainingMs, remainingMs: null });
    case "clear":
      return endsAt === null && remainingMs === null
        ? refused("timer-not-running")
        : set({ endsAt: null, remainingMs: null });
  }
}
