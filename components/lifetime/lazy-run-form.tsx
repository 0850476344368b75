"use client";

import dynamic from "next/dynamic";

/** The form of a run in a script of its own: a page that shows its result does not load it. */
export const LazyRunForm = dynamic(async () => (await import("./run-form.tsx")).RunForm);
