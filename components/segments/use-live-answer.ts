"use client";

import { useEffect, useState } from "react";

export type LiveState<Answer> =
  | { status: "nothing" }
  | { status: "busy"; answer: Answer | null; of: string }
  | { status: "done"; answer: Answer; of: string }
  | { status: "failed"; message: string | null; of: string };

export type LiveAsked = {
  /** Where to POST { rule }; it answers with an `Answer` */
  readonly href: string;
  /** null: there is no rule to ask of yet */
  readonly ruleText: string | null;
  /** How often it was asked again by hand: then without waiting */
  readonly again: number;
  /** Whether something else is asked first; what was answered last stays meanwhile */
  readonly isWaiting: boolean;
};

/** Asking at every letter would only be thrown away. */
const WAIT_MS = 300;

/** What a route answers of a rule, asked again 300 ms after its last change. */
export function useLiveAnswer<Answer>(asked: LiveAsked): LiveState<Answer> {
  const { href, ruleText, again, isWaiting } = asked;
  const [state, setState] = useState<LiveState<Answer>>({ status: "nothing" });
  useEffect(() => {
    if (ruleText === null) {
      setState({ status: "nothing" });
      return;
    }
    if (isWaiting) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        setState((before) => ({ status: "busy", answer: answerIn(before), of: ruleText }));
        ask<Answer>(href, ruleText, stop.signal).then(
          (next) => !stop.signal.aborted && setState(next),
          () => !stop.signal.aborted && setState({ status: "failed", message: null, of: ruleText }),
        );
      },
      again === 0 ? WAIT_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [href, ruleText, again, isWaiting]);
  return state;
}

/** What was answered last, also while it is asked again. */
export function answerIn<Answer>(state: LiveState<Answer>): Answer | null {
  return state.status === "done" || state.status === "busy" ? state.answer : null;
}

async function ask<Answer>(
  href: string,
  ruleText: string,
  signal: AbortSignal,
): Promise<LiveState<Answer>> {
  const response = await fetch(href, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"rule":${ruleText}}`,
    signal,
  });
  const body: unknown = await response.json();
  if (response.ok) return { status: "done", answer: readAnswer<Answer>(body), of: ruleText };
  return { status: "failed", message: messageIn(body), of: ruleText };
}

/** Our own server's answer: the cast holds because the route answers nothing else with 200. */
function readAnswer<Answer>(body: unknown): Answer {
  return body as Answer;
}

function messageIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("detail" in body)) return null;
  return typeof body.detail === "string" ? body.detail : null;
}
