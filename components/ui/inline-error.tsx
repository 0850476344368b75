"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

export type InlineErrorProps = {
  /** What did not work, and what is safe */
  children: ReactNode;
  onRetry?: () => void;
  isPending?: boolean;
};

/** One part of a page that failed, while the rest goes on. */
export function InlineError({ children, onRetry, isPending = false }: InlineErrorProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-40 gap-2">
        <CircleX aria-hidden="true" className="mt-0.5 text-bad" />
        <span className="min-w-0 break-words">{children}</span>
      </p>
      {onRetry && (
        <Button size="sm" onPress={onRetry} isPending={isPending}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
