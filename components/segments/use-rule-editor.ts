"use client";

import { useReducer } from "react";
import { type DraftEdit, editDraft } from "./draft-edits.ts";
import type { DraftGroup } from "./draft-rule.ts";

type History = {
  readonly past: readonly DraftGroup[];
  readonly now: DraftGroup;
  readonly future: readonly DraftGroup[];
  /** What was typed last: letters typed one after the other are undone together */
  readonly typing: string | null;
};

type Step = { kind: "undo" } | { kind: "redo" } | DraftEdit;

const MOST_STEPS = 200;

export type RuleEditor = {
  readonly draft: DraftGroup;
  readonly edit: (edit: DraftEdit) => void;
  /** null where there is nothing to take back, or to do again */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
};

/** A rule that is being written, with every step of it. */
export function useRuleEditor(first: () => DraftGroup): RuleEditor {
  const [{ past, now, future }, dispatch] = useReducer(step, first, begin);
  return {
    draft: now,
    edit: dispatch,
    undo: past.length > 0 ? () => dispatch({ kind: "undo" }) : null,
    redo: future.length > 0 ? () => dispatch({ kind: "redo" }) : null,
  };
}

function begin(first: () => DraftGroup): History {
  return { past: [], now: first(), future: [], typing: null };
}

function step(history: History, action: Step): History {
  const { past, now, future } = history;
  if (action.kind === "undo") {
    const before = past.at(-1);
    if (!before) return history;
    return { past: past.slice(0, -1), now: before, future: [now, ...future], typing: null };
  }
  if (action.kind === "redo") {
    const [next, ...rest] = future;
    return next ? { past: [...past, now], now: next, future: rest, typing: null } : history;
  }
  const next = editDraft(now, action);
  if (next === now) return history;
  const typing = typingOf(action);
  const goesOn = typing !== null && typing === history.typing;
  const kept = goesOn ? past : [...past, now].slice(-MOST_STEPS);
  return { past: kept, now: next, future: [], typing };
}

function typingOf(edit: DraftEdit): string | null {
  if (edit.kind !== "change") return null;
  const names = Object.keys(edit.to);
  const [name] = names;
  return names.length === 1 && (name === "first" || name === "second")
    ? `${edit.key}.${name}`
    : null;
}
