"use client";

import { CircleCheck, CircleX, Info, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

export type ToastTone = "good" | "info" | "warn" | "bad";

export type ToastCardProps = {
  tone: ToastTone;
  message: string;
  /** One way to react, such as Undo; it closes the toast. */
  action?: { label: string; onAction: () => void };
  onClose: () => void;
};

const ICON: Record<ToastTone, ReactNode> = {
  good: <CircleCheck className="text-good" />,
  info: <Info className="text-info" />,
  warn: <TriangleAlert className="text-warn" />,
  bad: <CircleX className="text-bad" />,
};

/** What a toast looks like. */
export function ToastCard({ tone, message, action, onClose }: ToastCardProps) {
  const t = useTranslations("ui");
  const act = () => {
    action?.onAction();
    onClose();
  };
  return (
    <div className={CARD}>
      <span aria-hidden="true">{ICON[tone]}</span>
      <p className="min-w-0 flex-1 py-1.5 break-words">{message}</p>
      {action && (
        <Button size="sm" onPress={act}>
          {action.label}
        </Button>
      )}
      <Button variant="quiet" size="sm" isIcon aria-label={t("close")} onPress={onClose}>
        <X />
      </Button>
    </div>
  );
}

const CARD =
  "flex w-full items-center gap-2 rounded-md border border-hairline bg-surface py-1.5 ps-3 pe-1.5 font-sans text-sm " +
  "text-text shadow-float";
