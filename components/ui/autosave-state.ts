/** What somebody else wrote meanwhile. The instant is ISO 8601 in UTC. */
export type AutosaveConflict = {
  current: string;
  changedBy: string | null;
  changedAt: string | null;
};

/** What became of a save: done, refused in words, or somebody else was there before. */
export type SaveAnswer =
  | { ok: true }
  | { ok: false; message: string; conflict?: AutosaveConflict | undefined };

export type AutosaveStatus =
  | "idle"
  | "saving"
  | "saved"
  /** Refused or broken: it is tried again when the person says so */
  | "failed"
  /** No network: it is tried again by itself */
  | "queued"
  /** Nothing is sent until the person has chosen */
  | "conflict";

export type AutosaveState = {
  /** What the person sees and types */
  text: string;
  /** What the server holds as far as we know */
  saved: string;
  status: AutosaveStatus;
  /** Why it failed, in words */
  reason: string | null;
  conflict: AutosaveConflict | null;
  /** When it was saved last */
  savedAt: Date | null;
};

export type AutosaveEvent =
  | { type: "typed"; text: string }
  /** The page brings another value */
  | { type: "seen"; value: string }
  | { type: "sent" }
  | { type: "answered"; sent: string; answer: SaveAnswer; at: Date }
  | { type: "broken"; reason: string }
  | { type: "offline" }
  | { type: "keptMine" }
  | { type: "usedTheirs" }
  | { type: "merged"; text: string };

/** A text that is saved by itself, before anything happened. */
export function newAutosave(value: string): AutosaveState {
  return {
    text: value,
    saved: value,
    status: "idle",
    reason: null,
    conflict: null,
    savedAt: null,
  };
}

/** Whether there is something to send, and nothing that forbids it. */
export function isSendable({ text, saved, status }: AutosaveState): boolean {
  return text !== saved && status !== "saving" && status !== "conflict";
}

/** What becomes of a text when something happens to it; what the person typed is never thrown away. */
export function autosaveStep(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  switch (event.type) {
    case "typed":
      return typed(state, event.text);
    case "seen":
      return state.text === state.saved
        ? { ...state, text: event.value, saved: event.value }
        : state;
    case "sent":
      return { ...state, status: "saving", reason: null };
    case "answered":
      return answered(state, event);
    case "broken":
      return { ...state, status: "failed", reason: event.reason };
    case "offline":
      return { ...state, status: "queued", reason: null };
    default:
      return chosen(state, event);
  }
}

/** Back at what is saved, an old refusal is none of it. */
function typed(state: AutosaveState, text: string): AutosaveState {
  const isOver = state.status === "failed" && text === state.saved;
  return { ...state, text, ...(isOver ? { status: "idle", reason: null } : {}) };
}

type Answered = Extract<AutosaveEvent, { type: "answered" }>;

function answered(state: AutosaveState, { sent, answer, at }: Answered): AutosaveState {
  if (answer.ok) {
    return { ...state, saved: sent, status: "saved", reason: null, conflict: null, savedAt: at };
  }
  if (!answer.conflict) return { ...state, status: "failed", reason: answer.message };
  if (answer.conflict.current === state.text) {
    return { ...state, saved: state.text, status: "saved", conflict: null, savedAt: at };
  }
  return { ...state, status: "conflict", reason: null, conflict: answer.conflict };
}

type Chosen = Extract<AutosaveEvent, { type: "keptMine" | "usedTheirs" | "merged" }>;

function chosen(state: AutosaveState, event: Chosen): AutosaveState {
  if (!state.conflict) return state;
  const { current } = state.conflict;
  const settled = { ...state, saved: current, status: "idle" as const, conflict: null };
  if (event.type === "usedTheirs") return { ...settled, text: current };
  return event.type === "merged" ? { ...settled, text: event.text } : settled;
}
