"use client";

import { useEffect, useState } from "react";
import type { LiveAnswer } from "#lib/segments/live-answer.ts";

export type LiveState =
  | { status: "nothing" }
  | { status: "busy"; answer: LiveAnswer | null; of: string }
  | { status: "done"; answer: LiveAnswer; of: string }
  | { status: "failed"; message: string | null; of: string };

/** Asking at every letter would only be thrown away. */
const WAIT_MS = 300;

/** The count of a rule, asked again 300 ms after its last change; `ruleText` null: there is no rule to count yet. */
export function useLiveCount(href: string, ruleText: string | null, again: number): LiveState {
  const [state, setState] = useState<LiveState>({ status: "nothing" });
  useEffect(() => {
    if (ruleText === null) {
      setState({ status: "nothing" });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        setState((before) => ({ status: "busy", answer: answerIn(before), of: ruleText }));
        ask(href, ruleText, stop.signal).then(
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
  }, [href, ruleText, again]);
  return state;
}

/** What was counted last, also while it is counted again. */
export function answerIn(state: LiveState): LiveAnswer | null {
  return state.status === "done" || state.status === "busy" ? state.answer : null;
}

async function ask(href: string, ruleText: string, signal: AbortSignal): Promise<LiveState> {
  const response = await fetch(href, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"rule":${ruleText}}`,
    signal,
  });
  const body: unknown = await response.json();
  if (response.ok) return { status: "done", answer: readAnswer(body), of: ruleText };
  return { status: "failed", message: messageIn(body), of: ruleText };
}

/** Our own server's answer: the cast holds because the route answers nothing else with 200. */
function readAnswer(body: unknown): LiveAnswer {
  return body as LiveAnswer;
}

function messageIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("detail" in body)) return null;
  return typeof body.detail === "string" ? body.detail : null;
}
