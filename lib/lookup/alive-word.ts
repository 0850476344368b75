import type { AliveWord } from "./types.ts";

const WORDS: readonly (readonly [least: number, word: AliveWord])[] = [
  [0.8, "very_likely"],
  [0.6, "likely"],
  [0.4, "open"],
  [0.2, "may_leave"],
];

/** A chance 0..1 that a customer has not left, in words: 0.85 is very likely, 0.5 open, 0.1 gone; null for none. */
export function aliveWord(pAlive: number | null): AliveWord | null {
  if (pAlive === null) return null;
  return WORDS.find(([least]) => pAlive >= least)?.[1] ?? "gone";
}

/** Whether somebody who speaks with the customer should know that they may leave. */
export function mayLeave(pAlive: number | null): boolean {
  const word = aliveWord(pAlive);
  return word === "may_leave" || word === "gone";
}
