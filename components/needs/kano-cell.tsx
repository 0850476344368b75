import { useTranslations } from "next-intl";
import type { KanoMeasure } from "#lib/needs/types.ts";
import type { NeedFormats } from "./need-formats.ts";

/** The Kano class, whether it is clear, and n; "–" without pairs of answers. */
export function KanoCell({ kano, formats }: { kano: KanoMeasure; formats: NeedFormats }) {
  const t = useTranslations("needs");
  const { result } = kano;
  if (!result?.kind) return "–";
  const n = t("answersN", { n: formats.number(result.n) });
  return (
    <>
      {t(`kano_${result.kind}`)}
      <span className="block text-2xs whitespace-nowrap text-muted tabular-nums">
        {result.isClear ? n : `${t("kanoUnclear")} · ${n}`}
      </span>
    </>
  );
}
