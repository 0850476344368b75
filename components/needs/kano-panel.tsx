import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { KanoMeasure } from "#lib/needs/types.ts";
import type { KanoClass, KanoResult, KanoShare } from "#lib/stats/kano.ts";
import { GapWords } from "./aspect-words.tsx";
import { needFormats } from "./need-formats.ts";

export type KanoPanelProps = { kano: KanoMeasure; locale: string };

/** How customers would take it if a need were met, and if it were not. */
export function KanoPanel({ kano, locale }: KanoPanelProps) {
  const t = useTranslations("needs");
  const { result, gap } = kano;
  if (!result?.kind)
    return (
      <Panel title={t("kanoNone")}>
        <p className="max-w-[72ch] text-muted">
          {gap ? <GapWords gap={gap} locale={locale} /> : t("kanoNoneText")}
        </p>
      </Panel>
    );
  return <KanoFacts result={result} kind={result.kind} locale={locale} />;
}

type KanoFactsProps = { result: KanoResult; kind: KanoClass; locale: string };

function KanoFacts({ result, kind, locale }: KanoFactsProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  const shareText = (share: KanoShare | null) =>
    share ? `${formats.share(share.value)} (${formats.shareInterval(share.interval)})` : "–";
  const facts: Definition[] = [
    { term: t("kano"), value: t(`kano_${kind}`) },
    { term: t("better"), value: shareText(result.better) },
    { term: t("worse"), value: shareText(result.worse) },
  ];
  return (
    <Panel
      title={t("kanoTitle", { kind })}
      caption={t("kanoCaption", { n: result.n, clear: result.isClear ? "yes" : "no" })}
    >
      <div className="grid gap-4">
        <DefinitionList entries={facts} />
        {result.needsRewording && <Notice tone="warn">{t("kanoReword")}</Notice>}
      </div>
    </Panel>
  );
}
