"use client";

import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { buttonStyle } from "./button-style.ts";

export type SaveStateProps =
  | { state: "saving" }
  /** `at`: the time, formatted: "14:32" */
  | { state: "saved"; at: string }
  /** No network: it is sent by itself as soon as there is one. */
  | { state: "queued" }
  | { state: "failed"; onRetry: () => void };

/** What became of the last change. Only a failure is read out: the rest would interrupt every word. */
export function SaveState(props: SaveStateProps) {
  const t = useTranslations("ui");
  const hasFailed = props.state === "failed";
  return (
    <span className="no-print inline-flex min-h-8 items-center text-xs text-muted">
      <span role="status" className="font-medium text-bad">
        {hasFailed && t("notSaved")}
      </span>
      {props.state === "saving" && t("saving")}
      {props.state === "queued" && t("queued")}
      {props.state === "saved" && t("allSaved", { time: props.at })}
      {hasFailed && (
        <Button
          onPress={props.onRetry}
          className={buttonStyle({ variant: "quiet", size: "sm", className: "ms-1 text-text!" })}
        >
          {t("retry")}
        </Button>
      )}
    </span>
  );
}
