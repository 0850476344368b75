"use client";

import { useSelection } from "./selection.tsx";
import { TickBox } from "./tick-box.tsx";

export type SelectRowProps = {
  id: string;
  /** "Choose Ana Weber" */
  label: string;
};

/** Chooses one row; a plain box of the selection's form. */
export function SelectRow({ id, label }: SelectRowProps) {
  const { formId, chosen, mark } = useSelection();
  return (
    <TickBox
      form={formId}
      name="ids"
      value={id}
      aria-label={label}
      checked={chosen.has(id)}
      onChange={(event) => mark(id, event.target.checked)}
    />
  );
}
