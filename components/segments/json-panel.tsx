"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { readRule } from "#lib/segments/rule-text.ts";
import type { Rule } from "#lib/segments/schema.ts";

export type JsonPanelProps = {
  /** The rule as JSON, as the builder has it */
  text: string;
  /** What was sent and refused: it stands there again where no script runs */
  sent: string | undefined;
  errors: readonly string[] | undefined;
  /** Takes over a rule that was written here */
  onRule: (rule: Rule) => void;
};

/** The rule as JSON: what the API takes, what is sent, and how a rule is written where no script runs. */
export function JsonPanel({ text, sent, errors, onRule }: JsonPanelProps) {
  const t = useTranslations("segmentation.builder");
  const isHydrated = useHydrated();
  const [typed, setTyped] = useState<string | null>(null);
  const isBad = errors !== undefined && errors.length > 0;
  const write = (next: string) => {
    setTyped(next);
    const rule = ruleIn(next);
    if (rule) onRule(rule);
  };
  const isRead = typed === null || ruleIn(typed) !== null;
  return (
    <details
      open={isBad || undefined}
      onBlur={() => isRead && setTyped(null)}
      className="min-w-0 rounded-md border border-hairline bg-surface px-4 py-2 sm:px-5"
    >
      <SummaryLine isSmall>{t("json")}</SummaryLine>
      <TextArea
        label={t("jsonLabel")}
        name="rule"
        rows={8}
        value={typed ?? (isHydrated ? text : (sent ?? text))}
        onChange={write}
        errors={errors ?? (isRead ? undefined : [t("jsonUnread")])}
        hint={t("jsonHint")}
        className="mb-3 font-mono"
      />
    </details>
  );
}

function ruleIn(text: string): Rule | null {
  try {
    const read = readRule(JSON.parse(text));
    return "rule" in read ? read.rule : null;
  } catch {
    return null;
  }
}
