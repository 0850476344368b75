import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { RuleVersion } from "#lib/segments/segment-types.ts";
import { RuleSentenceText, type SentenceWords } from "./rule-sentence-text.tsx";

export type RuleHistoryProps = {
  /** The latest first */
  rules: readonly RuleVersion[];
  words: SentenceWords;
  timeZone: string;
};

/** How the rule of a segment was before, since when and by whom. */
export function RuleHistory({ rules, words, timeZone }: RuleHistoryProps) {
  const t = useTranslations("segmentation.rules");
  if (rules.length < 2) return null;
  return (
    <Panel title={t("title", { count: rules.length })} hasPadding={false}>
      <ol className="divide-y divide-hairline">
        {rules.map(({ version, rule, changedBy, changedAt }) => (
          <li key={version} className="px-4 py-3 text-xs sm:px-5">
            <p className="break-words">
              {rule ? <RuleSentenceText rule={rule} words={words} /> : t("unread")}
            </p>
            <p className="mt-1 text-2xs text-muted">
              {t("since", {
                version,
                instant: formatInstant(changedAt, words.locale, timeZone),
                hasName: changedBy === null ? "no" : "yes",
                name: changedBy ?? "",
              })}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
