"use client";

import { useEffect, useRef } from "react";
import { addedKey, type DraftEdit } from "./draft-edits.ts";
import { type DraftGroup, type DraftPart, isDraftCondition } from "./draft-rule.ts";
import type { RuleEditor } from "./use-rule-editor.ts";

/** Edits of a rule after which the focus is where one goes on: in what was added, or where another can be. */
export function useFocusedEdit({ draft, edit }: RuleEditor): (edit: DraftEdit) => void {
  const next = useRef<string | null>(null);
  useEffect(() => {
    const selector = next.current;
    next.current = null;
    // A menu that closes gives the focus back first.
    const frame = selector && requestAnimationFrame(() => focusOn(selector));
    return () => {
      if (frame) cancelAnimationFrame(frame);
    };
  });
  return (asked) => {
    const added = addedKey(draft, asked);
    if (added !== null) next.current = `[data-part="${added}"] select`;
    if (asked.kind === "remove")
      next.current = `button[data-add="${parentKey(draft, asked.key) ?? draft.key}"]`;
    edit(asked);
  };
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function parentKey(group: DraftGroup, key: number): number | null {
  if (group.parts.some((part) => part.key === key)) return group.key;
  const inner = group.parts.map((part: DraftPart) =>
    isDraftCondition(part) ? null : parentKey(part, key),
  );
  return inner.find((found) => found !== null) ?? null;
}
