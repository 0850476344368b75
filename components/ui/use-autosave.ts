"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  type AutosaveEvent,
  type AutosaveState,
  autosaveStep,
  isSendable,
  newAutosave,
  type SaveAnswer,
} from "./autosave-state.ts";

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** Sends a text; `was` is what the person saw, so that the server can tell when that is no longer there. */
export type SaveText = (text: string, was: string) => Promise<SaveAnswer>;

export type AutosaveOptions = {
  value: string;
  save: SaveText;
  /** Said when the server breaks instead of answering */
  brokenReason: string;
};

export type Autosave = AutosaveState & {
  type: (text: string) => void;
  /** Send now what is not sent yet. */
  flush: () => void;
  /** Go back to a text, and save that. */
  restore: (text: string) => void;
  settle: (choice: Extract<AutosaveEvent, { type: "keptMine" | "usedTheirs" | "merged" }>) => void;
};

/** Keeps a text saved while it is typed: after a pause, when the field or the page is left, and again after a time offline. */
export function useAutosave({ value, save, brokenReason }: AutosaveOptions): Autosave {
  const [state, setState] = useState(() => newAutosave(value));
  const latest = useRef(state);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef({ save, brokenReason });
  useEffect(() => {
    saving.current = { save, brokenReason };
  });

  const apply = useCallback((event: AutosaveEvent) => {
    latest.current = autosaveStep(latest.current, event);
    setState(latest.current);
  }, []);

  const flush = useCallback(async () => {
    clearTimeout(pause.current);
    // Typed on while one save was under way: that is the next.
    while (isSendable(latest.current)) {
      const { text, saved } = latest.current;
      apply({ type: "sent" });
      apply(await send(saving.current.save, { text, saved, reason: saving.current.brokenReason }));
      if (latest.current.status !== "saved") return;
    }
  }, [apply]);

  const type = useCallback(
    (text: string) => {
      apply({ type: "typed", text });
      clearTimeout(pause.current);
      pause.current = setTimeout(flush, PAUSE_MS);
    },
    [apply, flush],
  );

  useEffect(() => apply({ type: "seen", value }), [apply, value]);
  useEffect(() => () => clearTimeout(pause.current), []);
  useSendBeforeLeaving(latest, flush);
  useSendWhenOnline(state.status, flush);

  return {
    ...state,
    type,
    flush,
    restore: (text) => {
      apply({ type: "typed", text });
      void flush();
    },
    settle: (choice) => {
      apply(choice);
      if (choice.type === "keptMine") void flush();
    },
  };
}

type Sending = { text: string; saved: string; reason: string };

async function send(save: SaveText, { text, saved, reason }: Sending): Promise<AutosaveEvent> {
  try {
    return { type: "answered", sent: text, answer: await save(text, saved), at: new Date() };
  } catch (error) {
    // A fetch that reached nobody is a TypeError; every other error is an answer that broke.
    const isAway = !navigator.onLine || error instanceof TypeError;
    return isAway ? { type: "offline" } : { type: "broken", reason };
  }
}

type Latest = { readonly current: AutosaveState };

function useSendBeforeLeaving(latest: Latest, flush: () => void): void {
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (latest.current.text !== latest.current.saved) event.preventDefault();
    };
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [latest, flush]);
}

function useSendWhenOnline(status: AutosaveState["status"], flush: () => void): void {
  useEffect(() => {
    if (status !== "queued") return;
    const timer = setInterval(flush, RETRY_MS);
    window.addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
    };
  }, [status, flush]);
}
