"use client";

import { ToastCard, type ToastCardProps } from "./toast-card.tsx";
import { needToasts } from "./toast-need.ts";

export type Notification = Omit<ToastCardProps, "onClose">;

const READING_MS = 6_000;
const DECIDING_MS = 12_000;

/** Says briefly what happened, without taking the focus. What went wrong stays until it is closed. */
export function notify(notification: Notification): void {
  void show(notification);
}

async function show(notification: Notification): Promise<void> {
  const [{ toast }] = await Promise.all([import("sonner"), needToasts()]);
  toast.custom((id) => <ToastCard {...notification} onClose={() => toast.dismiss(id)} />, {
    duration: durationMs(notification),
  });
}

function durationMs({ tone, action }: Notification): number {
  if (tone === "bad") return Number.POSITIVE_INFINITY;
  return action ? DECIDING_MS : READING_MS;
}
