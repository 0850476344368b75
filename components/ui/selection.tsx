"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type SelectionState = {
  formId: string;
  /** Rows of this page, in order */
  all: readonly string[];
  chosen: ReadonlySet<string>;
  choose: (ids: Iterable<string>) => void;
  mark: (id: string, isChosen: boolean) => void;
};

const SelectionContext = createContext<SelectionState | null>(null);

export type SelectionProps = {
  /** The form that the ticked boxes are sent with */
  formId: string;
  ids: readonly string[];
  children: ReactNode;
};

/** Rows of a list that can be chosen. Give it a key of what is listed: other rows are another choice. */
export function Selection({ formId, ids, children }: SelectionProps) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const state = useMemo(
    () => ({
      formId,
      all: ids,
      chosen,
      choose: (next: Iterable<string>) => choose(new Set(next)),
      mark: (id: string, isChosen: boolean) =>
        choose(
          (before) => new Set([...before].filter((each) => each !== id).concat(isChosen ? id : [])),
        ),
    }),
    [formId, ids, chosen],
  );
  return <SelectionContext value={state}>{children}</SelectionContext>;
}

/** The choice around a component. */
export function useSelection(): SelectionState {
  const state = useContext(SelectionContext);
  if (!state) throw new Error("There is no <Selection> around this.");
  return state;
}
