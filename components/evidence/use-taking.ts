"use client";

import { useState } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import type { Refusal } from "#components/people/action-form.tsx";
import type { Unlinked } from "#lib/evidence/index.ts";
import type { EvidenceActions } from "./evidence-actions.ts";

export type Taking = {
  /** What was taken away last, another object each time; null before */
  readonly taken: Unlinked["again"] | null;
  /** Whether just that is linked again */
  readonly isBack: boolean;
  /** Whether either runs */
  readonly isPending: boolean;
  /** Why it could not be taken away, or not be had back */
  readonly refusal: Refusal | null;
  readonly remove: (form: FormData) => void;
  readonly undo: (form: FormData) => void;
};

/** Takes pieces of evidence away, and links the last one again: one thing at a time, so that each answer is of what is shown. */
export function useTaking(actions: EvidenceActions): Taking {
  const [state, remove, isRemoving] = useSafeAction(actions.unlink);
  const taken = state?.ok ? state.data.again : null;
  const [answer, undo, isUndoing] = useSafeAction(
    taken?.what === "statistic" ? actions.linkStatistic : actions.link,
  );
  const [back, setBack] = useState({ answer, of: taken });
  if (back.answer !== answer) setBack({ answer, of: taken });
  // What was answered of the one before says nothing of this one.
  const undone = back.of === taken ? back.answer : null;
  const refused = [state, undone].find((each) => each?.ok === false);
  return {
    taken,
    isBack: undone?.ok === true,
    isPending: isRemoving || isUndoing,
    refusal: refused?.ok === false ? refused : null,
    ...{ remove, undo },
  };
}
