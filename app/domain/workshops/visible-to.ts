/**
 * What one viewer may know: their view of the workshop, and the events that keep it current.
 *
 * Folding the events into a view gives the same as making the view anew (L21);
 * what isn't for a viewer isn't sent at all, not even as an empty event (L22).
 */
import type { Operation, OperationType, ViewEvent } from "./messages";
import { isRevealed } from "./phases";
import { resultsChanged, resultsOf } from "./results";
import { findById, withElement } from "./sorted";
import type {
  Answers,
  LateEntry,
  Note,
  Participant,
  Viewer,
  VisibilityClass,
  WorkshopShared,
  WorkshopState,
  WorkshopView,
} from "./types";

/** Which of the three frames a viewer gets. Somebody who isn't in the room gets what the screen shows. */
export function visibilityClass(
  workshop: WorkshopShared,
  viewer: Viewer,
): VisibilityClass {
  if (viewer.kind === "screen") return "screen";
  const person = workshop.participants.find(
    ({ id }) => id === viewer.participantId,
  );
  return person?.role ?? "screen";
}

// A class's part is the same for all of its people: made once per state.
const basesOf = new WeakMap<
  WorkshopState,
  Partial<Record<VisibilityClass, WorkshopShared>>
>();

export function viewOf(state: WorkshopState, viewer: Viewer): WorkshopView {
  const cls = visibilityClass(state, viewer);
  const bases = basesOf.get(state) ?? {};
  const base = (bases[cls] ??= baseOf(state, cls));
  basesOf.set(state, bases);
  const participantId = cls === "screen" ? null : idOf(viewer);
  return {
    ...(participantId === null ? base : withOwn(base, state, participantId)),
    viewer: { class: cls, participantId },
    results: resultsOf(state),
  };
}

function idOf(viewer: Viewer): string | null {
  return viewer.kind === "person" ? viewer.participantId : null;
}

/** What everybody of the class sees alike. */
function baseOf(state: WorkshopState, cls: VisibilityClass): WorkshopShared {
  const anonymous = state.mode === "anonymous";
  // The server's own log stays behind.
  const { log: _log, ...shared } = state;
  const authored = <T extends { authorId: string }>(one: T): T =>
    anonymous ? { ...one, authorId: "" } : one;
  return {
    ...shared,
    participants: state.participants
      .filter((person) => personShownTo(state, person, cls))
      .map((person) =>
        anonymous && person.role === "participant"
          ? { ...person, joinedAt: 0 }
          : person,
      ),
    done: cls === "facilitator" ? state.done : {},
    notes: state.notes
      .filter((note) => noteShownTo(state, note, cls))
      .map(authored),
    nominations: {},
    points: {},
    scores: {},
    stageProposals: {},
    decisions: state.decisions.map((decision) =>
      authored({ ...decision, votes: {} }),
    ),
    actions: state.actions.map(authored),
    objectives: state.objectives.map(authored),
    late: state.late
      .filter((entry) => lateShownTo(state, entry, cls))
      .map((entry) => authored({ ...entry, sent: null })),
  };
}

function personShownTo(
  workshop: WorkshopShared,
  person: Participant,
  cls: VisibilityClass,
): boolean {
  return (
    workshop.mode !== "anonymous" ||
    cls === "facilitator" ||
    person.role === "facilitator"
  );
}

function noteShownTo(
  workshop: WorkshopShared,
  note: Note,
  cls: VisibilityClass,
): boolean {
  return (
    isRevealed(workshop, note.stepId) && (!note.hidden || cls === "facilitator")
  );
}

/** Late notes are for everybody; that some other answer came late is the facilitator's to know. */
function lateShownTo(
  workshop: WorkshopShared,
  entry: Pick<LateEntry, "stepId" | "text">,
  cls: VisibilityClass,
): boolean {
  return (
    isRevealed(workshop, entry.stepId) &&
    (entry.text !== null || cls === "facilitator")
  );
}

/** The class's view with what is the person's own. */
function withOwn(
  base: WorkshopShared,
  state: WorkshopState,
  me: string,
): WorkshopShared {
  const own = <T>(answers: Answers<T>): Answers<T> =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([key, entries]) => {
        const mine = entries[me];
        return mine === undefined ? [] : [[key, { [me]: mine }]];
      }),
    );
  const ownOr = <T extends { id: string; authorId: string }>(
    shown: ReadonlyArray<T>,
    all: ReadonlyArray<T>,
  ): ReadonlyArray<T> =>
    shown.map((one) => {
      const full = all.find(({ id }) => id === one.id);
      return full?.authorId === me ? { ...one, authorId: me } : one;
    });
  const withMine = <T extends { id: string; authorId: string }>(
    shown: ReadonlyArray<T>,
    all: ReadonlyArray<T>,
  ): ReadonlyArray<T> =>
    all
      .filter(({ authorId }) => authorId === me)
      .reduce((list, mine) => withElement(list, mine), shown);
  const self = base.participants.some(({ id }) => id === me);
  return {
    ...base,
    participants: self
      ? base.participants
      : state.participants.filter(
          ({ id }) =>
            id === me || base.participants.some((shown) => shown.id === id),
        ),
    done: base.done === state.done ? base.done : ownDone(state, me),
    notes: withMine(base.notes, state.notes),
    nominations: own(state.nominations),
    points: own(state.points),
    scores: own(state.scores),
    stageProposals: own(state.stageProposals),
    decisions: ownOr(base.decisions, state.decisions).map((decision) => {
      const vote = state.decisions.find(({ id }) => id === decision.id)?.votes[
        me
      ];
      return vote === undefined
        ? decision
        : { ...decision, votes: { [me]: vote } };
    }),
    actions: ownOr(base.actions, state.actions),
    objectives: ownOr(base.objectives, state.objectives),
    late: withMine(base.late, state.late),
  };
}

function ownDone(state: WorkshopState, me: string): WorkshopShared["done"] {
  return Object.fromEntries(
    Object.entries(state.done).flatMap(([stepId, people]) =>
      people.includes(me) ? [[stepId, [me]]] : [],
    ),
  );
}

/**
 * The frames that one operation causes: one for each class, and for single people
 * where theirs differs. Most operations make one frame for everybody.
 */
export type Frames = {
  byClass: Readonly<Record<VisibilityClass, ReadonlyArray<ViewEvent>>>;
  /** Participant id -> what this person gets instead of their class's frame. */
  byPerson: Readonly<Record<string, ReadonlyArray<ViewEvent>>>;
};

/** @param before the state without the operation, @param after the state with it */
export function framesFor(
  operation: Operation,
  before: WorkshopState,
  after: WorkshopState,
): Frames {
  if (after === before) return toAll([]);
  const snapshot: ReadonlyArray<ViewEvent> = [
    { type: "snapshot", seq: operation.seq },
  ];
  if (changesWhatIsSeen.has(operation.type) || resultsChanged(before, after))
    return toAll(snapshot);

  const full = asEvent(operation);
  const forOthers = redacted(operation, after);
  const others = asEvent(forOthers);
  const own = { [operation.actorId]: full };
  // One frame for all where nothing had to be taken out.
  const ownIfDifferent = forOthers === operation ? {} : own;
  const nobodyElse: Frames = { ...toAll([]), byPerson: own };

  switch (operation.type) {
    case "join": {
      const { participantId } = operation.payload;
      const byPerson = { [participantId]: snapshot };
      return after.mode === "anonymous"
        ? { byClass: { ...nobody, facilitator: others }, byPerson }
        : { ...toAll(others), byPerson };
    }
    case "remove-participant":
      return after.mode === "anonymous"
        ? {
            byClass: { ...nobody, facilitator: full },
            byPerson: { [operation.payload.participantId]: full },
          }
        : toAll(full);
    case "add-note":
    case "edit-note":
    case "withdraw-note": {
      const { noteId } = operation.payload;
      const note =
        findById(after.notes, noteId) ?? findById(before.notes, noteId);
      if (!note || !isRevealed(after, note.stepId)) return nobodyElse;
      return note.hidden
        ? { byClass: { ...nobody, facilitator: others }, byPerson: own }
        : { ...toAll(others), byPerson: ownIfDifferent };
    }
    case "nominate":
    case "allocate-points":
    case "set-scores":
    case "propose-stages":
    case "vote-decision":
      return nobodyElse;
    case "set-done":
      return {
        byClass: { ...nobody, facilitator: full },
        byPerson: own,
      };
    case "late": {
      const entry = { ...operation.payload, stepId: operation.stepId ?? "" };
      const seenBy = (cls: VisibilityClass) =>
        lateShownTo(after, entry, cls) ? others : [];
      return {
        byClass: {
          facilitator: seenBy("facilitator"),
          participant: seenBy("participant"),
          screen: seenBy("screen"),
        },
        byPerson: own,
      };
    }
    default:
      return { ...toAll(others), byPerson: ownIfDifferent };
  }
}

export function eventsFor(
  operation: Operation,
  before: WorkshopState,
  after: WorkshopState,
  viewer: Viewer,
): ReadonlyArray<ViewEvent> {
  const { byClass, byPerson } = framesFor(operation, before, after);
  const id = idOf(viewer);
  const mine =
    id !== null && Object.hasOwn(byPerson, id) ? byPerson[id] : undefined;
  return mine ?? byClass[visibilityClass(after, viewer)];
}

/** These open or close what others may see, so every viewer gets a fresh view. */
const changesWhatIsSeen: ReadonlySet<OperationType> = new Set<OperationType>([
  "create",
  "set-phase",
  "grant-facilitator",
  "release-facilitator",
  "hide-note",
]);

const nobody: Frames["byClass"] = {
  facilitator: [],
  participant: [],
  screen: [],
};

function toAll(events: ReadonlyArray<ViewEvent>): Frames {
  return {
    byClass: { facilitator: events, participant: events, screen: events },
    byPerson: {},
  };
}

function asEvent(operation: Operation): ReadonlyArray<ViewEvent> {
  return [{ type: "operation", operation }];
}

const authoredTypes: ReadonlySet<OperationType> = new Set<OperationType>([
  "add-note",
  "edit-note",
  "withdraw-note",
  "propose-decision",
  "withdraw-decision",
  "add-action",
  "edit-action",
  "withdraw-action",
  "put-objective",
  "withdraw-objective",
  "late",
]);

/** The operation as others get it: an anonymous room hides who, under which operation id, and when. */
function redacted(operation: Operation, after: WorkshopState): Operation {
  const shown: Operation =
    operation.type === "late"
      ? { ...operation, payload: { ...operation.payload, sent: null } }
      : operation;
  if (after.mode !== "anonymous") return shown;
  const byFacilitator = after.participants.some(
    ({ id, role }) => id === operation.actorId && role === "facilitator",
  );
  return byFacilitator && !authoredTypes.has(operation.type)
    ? shown
    : { ...shown, actorId: "", opId: "", at: 0 };
}
