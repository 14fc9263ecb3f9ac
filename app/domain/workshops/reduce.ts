/**
 * From the log to the state: total, deterministic, and indifferent to what arrives twice.
 *
 * The same `apply` runs on the server's state and on a browser's view; around it
 * `reduce` keeps the server's own books and `reduceView` takes what the stream brings.
 */
import type {
  Operation,
  OperationBody,
  OperationOf,
  WireEvent,
} from "./messages";
import { phasesOf, revealedRounds, roundKey, stepById } from "./phases";
import { changeElement, findById, withElement, withoutElement } from "./sorted";
import type {
  Answers,
  PointsEntry,
  ScoreSheet,
  Stage,
  StageEntry,
  Step,
  WorkshopShared,
  WorkshopState,
  WorkshopView,
} from "./types";

const opIdBuckets = 64;

/** The state before the first operation. */
export function emptyWorkshop(workshopId: string): WorkshopState {
  return {
    id: workshopId,
    seq: 0,
    title: "",
    theme: "",
    templateVersion: "",
    status: "draft",
    mode: "named",
    language: "et",
    currency: "EUR",
    steps: [],
    currentStepId: null,
    locked: false,
    lobbyOpen: false,
    timer: noTimer,
    startedAt: null,
    closedAt: null,
    participants: [],
    done: {},
    accounts: [],
    criteria: [],
    notes: [],
    groups: [],
    nominations: {},
    points: {},
    scores: {},
    stageProposals: {},
    settledStages: {},
    overrides: [],
    capacity: null,
    cutOff: {},
    definition: {
      text: "",
      entryRule: "",
      exitRule: "",
      reviewRule: "",
      maximumCount: null,
    },
    decisions: [],
    actions: [],
    objectives: [],
    late: [],
    log: {
      appliedOpIds: Array.from({ length: opIdBuckets }, () => []),
      spans: {},
      contributors: {},
    },
  };
}

const noTimer = { stepId: null, endsAt: null, remainingMs: null };

/** L3–L5. Operations must come in the order of `seq`; what was applied before is passed over. */
export function reduce(
  state: WorkshopState,
  operation: Operation,
): WorkshopState {
  if (operation.workshopId !== state.id || operation.seq <= state.seq)
    return state;
  const { appliedOpIds } = state.log;
  const bucket = bucketOf(operation.opId);
  if (appliedOpIds[bucket]?.includes(operation.opId))
    return { ...state, seq: operation.seq };

  const next = apply(state, operation);
  return {
    ...next,
    seq: operation.seq,
    log: {
      appliedOpIds: appliedOpIds.map((ids, index) =>
        index === bucket ? [...ids, operation.opId] : ids,
      ),
      ...withOrigin(state, operation),
    },
  };
}

function bucketOf(opId: string): number {
  let sum = 0;
  for (let index = 0; index < opId.length; index += 1)
    sum = (sum * 31 + opId.charCodeAt(index)) >>> 0;
  return sum % opIdBuckets;
}

function withOrigin(
  state: WorkshopState,
  { stepId, seq, actorId, type }: Operation,
): Pick<WorkshopState["log"], "spans" | "contributors"> {
  const { spans, contributors } = state.log;
  if (!stepById(state, stepId) || stepId === null)
    return { spans, contributors };
  const known = contributors[stepId] ?? [];
  return {
    spans: {
      ...spans,
      [stepId]: { firstSeq: spans[stepId]?.firstSeq ?? seq, lastSeq: seq },
    },
    contributors:
      contributionTypes.has(type) && !known.includes(actorId)
        ? { ...contributors, [stepId]: [...known, actorId] }
        : contributors,
  };
}

const contributionTypes: ReadonlySet<string> = new Set<OperationBody["type"]>([
  "add-note",
  "edit-note",
  "nominate",
  "allocate-points",
  "set-scores",
  "propose-stages",
  "propose-decision",
  "vote-decision",
  "add-action",
  "edit-action",
  "put-objective",
  "override-position",
  "settle-stage",
]);

/**
 * L6. What the stream brought, folded into the view. Only the stream advances a
 * view: the answer to a POST may overtake it and would leave a gap.
 */
export function reduceView(view: WorkshopView, event: WireEvent): WorkshopView {
  if (event.type === "snapshot")
    return event.view.seq >= view.seq ? event.view : view;
  const { operation } = event;
  if (operation.workshopId !== view.id || operation.seq <= view.seq)
    return view;
  return { ...apply(view, operation), seq: operation.seq };
}

/** What an operation changes, in a state or in a view. An unknown type changes nothing. */
export function apply<Shared extends WorkshopShared>(
  workshop: Shared,
  operation: Operation,
): Shared {
  const change = changeBy(workshop, operation);
  return change ? { ...workshop, ...change } : workshop;
}

type Change = Partial<WorkshopShared>;

function changeBy(was: WorkshopShared, operation: Operation): Change | null {
  const { actorId, at, stepId } = operation;
  switch (operation.type) {
    case "create":
      return created(was, operation);
    case "join":
      return joined(was, operation);
    case "load-accounts":
      return accountsLoaded(was, operation);

    case "set-lobby":
      return {
        lobbyOpen: operation.payload.open,
        status:
          was.status === "draft" && operation.payload.open
            ? "open"
            : was.status,
      };
    case "start":
      if (was.status === "running" || was.status === "closed") return null;
      return {
        ...entered(was, was.steps[0]?.id ?? null, at),
        status: "running",
        startedAt: at,
      };
    case "go-to-step":
      return stepById(was, operation.payload.stepId)
        ? entered(was, operation.payload.stepId, at)
        : null;
    case "set-phase":
      return changedStep(was, stepId, (step) =>
        phasesOf(step).includes(operation.payload.phase)
          ? { ...step, phase: operation.payload.phase }
          : step,
      );
    case "set-lock":
      return { locked: operation.payload.locked };
    case "set-timer":
      return { timer: operation.payload.timer };
    case "close-workshop":
      if (was.status === "closed") return null;
      return {
        ...entered(was, null, at),
        currentStepId: was.currentStepId,
        status: "closed",
        closedAt: at,
        lobbyOpen: false,
      };

    case "remove-participant":
      return removed(was, operation.payload.participantId);
    case "grant-facilitator":
      return withRole(was, operation.payload.participantId, "facilitator");
    case "release-facilitator":
      return withRole(was, actorId, "participant");
    case "set-done":
      return withDone(was, stepId, actorId, operation.payload.done);

    case "add-note": {
      const { noteId, text } = operation.payload;
      if (stepId === null || findById(was.notes, noteId)) return null;
      return {
        notes: withElement(was.notes, {
          id: noteId,
          stepId,
          text,
          authorId: actorId,
          groupId: null,
          hidden: false,
        }),
      };
    }
    case "edit-note":
      return {
        notes: changeElement(was.notes, operation.payload.noteId, (note) => ({
          ...note,
          text: operation.payload.text,
        })),
      };
    case "withdraw-note":
      return { notes: withoutElement(was.notes, operation.payload.noteId) };
    case "hide-note":
      return {
        notes: changeElement(was.notes, operation.payload.noteId, (note) => ({
          ...note,
          hidden: operation.payload.hidden,
        })),
      };

    case "add-group": {
      const { groupId, title, noteIds } = operation.payload;
      if (stepId === null || was.groups.some(({ id }) => id === groupId))
        return null;
      return {
        groups: [...was.groups, { id: groupId, stepId, title }],
        notes: was.notes.map((note) =>
          noteIds.includes(note.id) && note.stepId === stepId
            ? { ...note, groupId }
            : note,
        ),
      };
    }
    case "rename-group":
      return {
        groups: was.groups.map((group) =>
          group.id === operation.payload.groupId
            ? { ...group, title: operation.payload.title }
            : group,
        ),
      };
    case "remove-group":
      return {
        groups: was.groups.filter(({ id }) => id !== operation.payload.groupId),
        notes: was.notes.map((note) =>
          note.groupId === operation.payload.groupId
            ? { ...note, groupId: null }
            : note,
        ),
      };
    case "move-note":
      return {
        notes: changeElement(was.notes, operation.payload.noteId, (note) => ({
          ...note,
          groupId: operation.payload.groupId,
        })),
      };

    case "nominate":
      if (stepId === null) return null;
      return {
        nominations: withAnswer(was.nominations, roundKey(stepId, 1), actorId, {
          unit: unitOf(was, actorId),
          accountIds: operation.payload.accountIds,
        }),
      };
    case "allocate-points":
      if (stepId === null) return null;
      return {
        points: withAnswer<PointsEntry>(
          was.points,
          roundKey(stepId, operation.payload.round),
          actorId,
          { unit: unitOf(was, actorId), points: operation.payload.points },
        ),
      };
    case "set-scores":
      return scored(was, operation);
    case "propose-stages":
      return stagesProposed(was, operation);

    case "put-criterion": {
      const { criterionId, ...rest } = operation.payload;
      const criterion = { id: criterionId, ...rest };
      return {
        criteria: was.criteria.some(({ id }) => id === criterionId)
          ? was.criteria.map((one) =>
              one.id === criterionId ? criterion : one,
            )
          : [...was.criteria, criterion],
      };
    }
    case "drop-criterion":
      return {
        criteria: was.criteria.filter(
          ({ id }) => id !== operation.payload.criterionId,
        ),
      };
    case "add-account": {
      const { accountId, name } = operation.payload;
      if (was.accounts.some(({ id }) => id === accountId)) return null;
      return {
        accounts: [
          ...was.accounts,
          { id: accountId, name, facts: null, potential: null },
        ],
      };
    }
    case "drop-account":
      return {
        accounts: was.accounts.filter(
          ({ id }) => id !== operation.payload.accountId,
        ),
      };
    case "set-potential": {
      const { accountId, amount } = operation.payload;
      return {
        accounts: was.accounts.map((account) =>
          account.id === accountId
            ? {
                ...account,
                potential:
                  amount === null ? null : { amount, currency: was.currency },
              }
            : account,
        ),
      };
    }
    case "settle-stage": {
      const { accountId, stage } = operation.payload;
      return {
        settledStages:
          stage === null
            ? without(was.settledStages, accountId)
            : { ...was.settledStages, [accountId]: stage },
      };
    }
    case "override-position":
      return {
        overrides: [
          ...was.overrides.filter(
            ({ accountId }) => accountId !== operation.payload.accountId,
          ),
          { ...operation.payload, byId: actorId },
        ],
      };
    case "clear-override":
      return {
        overrides: was.overrides.filter(
          ({ accountId }) => accountId !== operation.payload.accountId,
        ),
      };
    case "set-capacity":
      return { capacity: operation.payload };
    case "set-cut-off":
      return { cutOff: operation.payload.counts };
    case "write-definition":
      return { definition: operation.payload };

    case "propose-decision": {
      const { decisionId, text, accountId } = operation.payload;
      if (stepId === null || was.decisions.some(({ id }) => id === decisionId))
        return null;
      return {
        decisions: [
          ...was.decisions,
          {
            id: decisionId,
            stepId,
            text,
            accountId,
            authorId: actorId,
            votes: {},
            status: "open",
            tally: null,
            closedById: null,
            closedAt: null,
          },
        ],
      };
    }
    case "withdraw-decision":
      return {
        decisions: was.decisions.filter(
          ({ id }) => id !== operation.payload.decisionId,
        ),
      };
    case "vote-decision": {
      const { decisionId, vote } = operation.payload;
      return {
        decisions: was.decisions.map((decision) =>
          decision.id === decisionId && decision.status === "open"
            ? {
                ...decision,
                votes:
                  vote === null
                    ? without(decision.votes, actorId)
                    : { ...decision.votes, [actorId]: vote },
              }
            : decision,
        ),
      };
    }
    case "close-decision": {
      const { decisionId, outcome, tally } = operation.payload;
      return {
        decisions: was.decisions.map((decision) =>
          decision.id === decisionId && decision.status === "open"
            ? {
                ...decision,
                status: outcome,
                tally,
                closedById: actorId,
                closedAt: at,
              }
            : decision,
        ),
      };
    }

    case "add-action": {
      const { actionId, ...fields } = operation.payload;
      if (stepId === null || was.actions.some(({ id }) => id === actionId))
        return null;
      return {
        actions: [
          ...was.actions,
          { id: actionId, stepId, ...fields, authorId: actorId },
        ],
      };
    }
    case "edit-action": {
      const { actionId, ...fields } = operation.payload;
      return {
        actions: was.actions.map((action) =>
          action.id === actionId ? { ...action, ...fields } : action,
        ),
      };
    }
    case "withdraw-action":
      return {
        actions: was.actions.filter(
          ({ id }) => id !== operation.payload.actionId,
        ),
      };
    case "put-objective": {
      const { objectiveId, accountId, text } = operation.payload;
      if (stepId === null) return null;
      return {
        objectives: was.objectives.some(({ id }) => id === objectiveId)
          ? was.objectives.map((objective) =>
              objective.id === objectiveId
                ? { ...objective, accountId, text }
                : objective,
            )
          : [
              ...was.objectives,
              { id: objectiveId, stepId, accountId, text, authorId: actorId },
            ],
      };
    }
    case "withdraw-objective":
      return {
        objectives: was.objectives.filter(
          ({ id }) => id !== operation.payload.objectiveId,
        ),
      };

    case "late": {
      const { lateId, type, text, sent } = operation.payload;
      if (stepId === null || findById(was.late, lateId)) return null;
      return {
        late: withElement(was.late, {
          id: lateId,
          stepId,
          type,
          authorId: actorId,
          text,
          sent,
          admitted: false,
        }),
      };
    }
    case "admit-late":
      return lateAdmitted(was, operation.payload.lateId);

    default:
      return null;
  }
}

function created(
  was: WorkshopShared,
  { payload, at }: OperationOf<"create">,
): Change | null {
  if (was.steps.length > 0) return null;
  const { title, theme, templateVersion, mode, language, currency } = payload;
  return {
    title,
    theme,
    templateVersion,
    mode,
    language,
    currency,
    accounts: payload.accounts,
    steps: payload.steps.map((step) => ({
      ...step,
      phase: phasesOf(step)[0],
      enteredAt: null,
      spentMs: 0,
    })),
    criteria: payload.steps.flatMap((step) =>
      step.type === "weighting"
        ? step.config.candidates
            .filter(({ preselected }) => preselected)
            .map(({ id, axis }) => ({
              id,
              axis,
              name: null,
              definition: null,
              lowAnchor: null,
              highAnchor: null,
              groupId: null,
            }))
        : [],
    ),
    participants: [
      {
        id: payload.facilitator.participantId,
        name: payload.facilitator.name,
        unit: null,
        role: "facilitator",
        joinedAt: at,
        removed: false,
      },
    ],
  };
}

function joined(
  was: WorkshopShared,
  { payload, at }: OperationOf<"join">,
): Change | null {
  const { participantId, name, unit } = payload;
  if (was.participants.some(({ id }) => id === participantId)) return null;
  return {
    participants: [
      ...was.participants,
      {
        id: participantId,
        name,
        unit,
        role: "participant",
        joinedAt: at,
        removed: false,
      },
    ],
  };
}

/** Fresh facts for known accounts, and the new ones; what the room added or estimated stays. */
function accountsLoaded(
  was: WorkshopShared,
  { payload }: OperationOf<"load-accounts">,
): Change {
  const loaded = new Map(payload.accounts.map((one) => [one.id, one]));
  const known = new Set(was.accounts.map(({ id }) => id));
  return {
    accounts: [
      ...was.accounts.map((account) => {
        const fresh = loaded.get(account.id);
        return fresh
          ? { ...fresh, potential: account.potential ?? fresh.potential }
          : account;
      }),
      ...payload.accounts.filter(({ id }) => !known.has(id)),
    ],
  };
}

/** Leaves the current step, enters the other, and sets its time box going. */
function entered(
  was: WorkshopShared,
  stepId: string | null,
  at: number,
): Change {
  const steps = was.steps.map((step): Step => {
    if (step.id === stepId) return { ...step, enteredAt: step.enteredAt ?? at };
    if (step.enteredAt === null) return step;
    return {
      ...step,
      enteredAt: null,
      spentMs: step.spentMs + Math.max(1, at - step.enteredAt),
    };
  });
  const step = steps.find(({ id }) => id === stepId);
  return {
    steps,
    currentStepId: stepId,
    timer: step
      ? {
          stepId: step.id,
          endsAt: at + Math.max(0, step.minutes * 60_000 - step.spentMs),
          remainingMs: null,
        }
      : noTimer,
  };
}

function changedStep(
  was: WorkshopShared,
  stepId: string | null,
  change: (step: Step) => Step,
): Change {
  return {
    steps: was.steps.map((step) => (step.id === stepId ? change(step) : step)),
  };
}

/**
 * L14. Removing a person takes away what nobody has seen yet; what was revealed
 * stays, since its disappearance would show whose it was.
 */
function removed(was: WorkshopShared, participantId: string): Change {
  const hiddenSteps = new Set(
    was.steps.filter((step) => step.phase === "private").map((step) => step.id),
  );
  const revealedKeys = new Set<string>(
    was.steps.flatMap((step) =>
      ([1, 2] as const)
        .filter((round) => round <= revealedRounds(step.phase))
        .map((round) => roundKey(step.id, round)),
    ),
  );
  const withoutHidden = <T>(answers: Answers<T>): Answers<T> =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([key, entries]) => {
        const rest = revealedKeys.has(key)
          ? entries
          : without(entries, participantId);
        return Object.keys(rest).length > 0 ? [[key, rest]] : [];
      }),
    );
  return {
    participants: was.participants.map((person) =>
      person.id === participantId ? { ...person, removed: true } : person,
    ),
    done: Object.fromEntries(
      Object.entries(was.done).flatMap(([stepId, people]) => {
        const rest = people.filter((id) => id !== participantId);
        return rest.length > 0 ? [[stepId, rest]] : [];
      }),
    ),
    notes: was.notes.filter(
      (note) =>
        note.authorId !== participantId || !hiddenSteps.has(note.stepId),
    ),
    nominations: withoutHidden(was.nominations),
    points: withoutHidden(was.points),
    scores: withoutHidden(was.scores),
    stageProposals: withoutHidden(was.stageProposals),
    decisions: was.decisions.map((decision) =>
      decision.status === "open"
        ? { ...decision, votes: without(decision.votes, participantId) }
        : decision,
    ),
  };
}

function withRole(
  was: WorkshopShared,
  participantId: string,
  role: "participant" | "facilitator",
): Change {
  return {
    participants: was.participants.map((person) =>
      person.id === participantId ? { ...person, role } : person,
    ),
  };
}

function withDone(
  was: WorkshopShared,
  stepId: string | null,
  participantId: string,
  done: boolean,
): Change | null {
  if (stepId === null) return null;
  const others = (was.done[stepId] ?? []).filter((id) => id !== participantId);
  const people = done ? [...others, participantId] : others;
  return {
    done:
      people.length > 0
        ? { ...was.done, [stepId]: people }
        : without(was.done, stepId),
  };
}

function withAnswer<T>(
  answers: Answers<T>,
  key: string,
  participantId: string,
  answer: T,
): Answers<T> {
  return { ...answers, [key]: { ...answers[key], [participantId]: answer } };
}

function scored(
  was: WorkshopShared,
  { payload, stepId, actorId }: OperationOf<"set-scores">,
): Change | null {
  if (stepId === null) return null;
  const key = roundKey(stepId, payload.round);
  const sheet = was.scores[key]?.[actorId];
  const cells: Record<string, ScoreSheet["cells"][string]> = {
    ...sheet?.cells,
  };
  for (const { accountId, criterionId, score } of payload.scores) {
    const row = cells[accountId] ?? {};
    cells[accountId] =
      score === null
        ? without(row, criterionId)
        : { ...row, [criterionId]: score };
  }
  const unit = unitOf(was, actorId);
  return { scores: withAnswer(was.scores, key, actorId, { unit, cells }) };
}

function stagesProposed(
  was: WorkshopShared,
  { payload, stepId, actorId }: OperationOf<"propose-stages">,
): Change | null {
  if (stepId === null) return null;
  const key = roundKey(stepId, 1);
  const proposed: Record<string, Stage> = {
    ...was.stageProposals[key]?.[actorId]?.stages,
  };
  for (const { accountId, stage } of payload.stages) {
    if (stage === null) delete proposed[accountId];
    else proposed[accountId] = stage;
  }
  return {
    stageProposals: withAnswer<StageEntry>(was.stageProposals, key, actorId, {
      unit: unitOf(was, actorId),
      stages: proposed,
    }),
  };
}

function lateAdmitted(was: WorkshopShared, lateId: string): Change | null {
  const entry = findById(was.late, lateId);
  if (!entry || entry.admitted || entry.text === null) return null;
  return {
    late: changeElement(was.late, lateId, (one) => ({
      ...one,
      admitted: true,
    })),
    notes: findById(was.notes, entry.id)
      ? was.notes
      : withElement(was.notes, {
          id: entry.id,
          stepId: entry.stepId,
          text: entry.text,
          authorId: entry.authorId,
          groupId: null,
          hidden: false,
        }),
  };
}

function unitOf(workshop: WorkshopShared, participantId: string) {
  return (
    workshop.participants.find(({ id }) => id === participantId)?.unit ?? null
  );
}

function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
