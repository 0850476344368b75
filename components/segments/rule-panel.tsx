import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import type { SegmentDetail } from "#lib/segments/segment-types.ts";
import { RuleProblems } from "./rule-problems.tsx";
import { RuleSentenceProse, type SentenceWords } from "./rule-sentence-text.tsx";

export type RulePanelProps = { segment: SegmentDetail; words: SentenceWords };

/** What a segment is: its rule in words and as it is stored, what is wrong with it, and what it is for. */
export function RulePanel({ segment, words }: RulePanelProps) {
  const t = useTranslations("segmentation");
  const { rule, kind, problems, purpose, lawfulBasis } = segment;
  return (
    <Panel title={t("what")}>
      {rule ? (
        <RuleSentenceProse rule={rule} words={words} />
      ) : (
        <p className="text-md font-medium">{t(`kindNotes.${kind}`)}</p>
      )}
      <RuleProblems problems={problems} />
      {(purpose || lawfulBasis) && (
        <div className="mt-3">
          <DefinitionList
            entries={[
              { term: t("sensitive.purpose"), value: purpose ?? "–" },
              {
                term: t("sensitive.lawfulBasis"),
                value: lawfulBasis ? t(`sensitive.bases.${lawfulBasis}`) : "–",
              },
            ]}
          />
        </div>
      )}
      {rule && (
        <details className="mt-3">
          <SummaryLine isSmall>{t("builder.json")}</SummaryLine>
          <pre className="overflow-x-auto text-2xs">
            <code>{JSON.stringify(rule, null, 2)}</code>
          </pre>
        </details>
      )}
    </Panel>
  );
}
