"use client";

import { useCallback, useEffect, useRef } from "react";
import { addedKey, type DraftEdit } from "./draft-edits.ts";
import { type DraftGroup, type DraftPart, isDraftCondition } from "./draft-rule.ts";
import type { RuleEditor } from "./use-rule-editor.ts";

/** Edits of a rule after which the focus is where one goes on: in what was added, or where another can be. */
export function useFocusedEdit({ draft, edit }: RuleEditor): (edit: DraftEdit) => void {
  const next = useRef<string | null>(null);
  const current = useRef(draft);
  useEffect(() => {
    current.current = draft;
    const selector = next.current;
    next.current = null;
    // A menu that closes gives the focus back first.
    const frame = selector && requestAnimationFrame(() => focusOn(selector));
    return () => {
      if (frame) cancelAnimationFrame(frame);
    };
  }, [draft]);
  // The same function all the time: what is drawn with it need not be drawn anew.
  return useCallback(
    (asked) => {
      const root = current.current;
      const added = addedKey(root, asked);
      if (added !== null) next.current = `[data-part="${added}"] select`;
      if (asked.kind === "remove")
        next.current = `button[data-add="${parentKey(root, asked.key) ?? root.key}"]`;
      edit(asked);
    },
    [edit],
  );
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
