import { useTranslations } from "next-intl";
import type { Aspect } from "#lib/needs/types.ts";
import type { NeedFormats } from "./need-formats.ts";

/** The share of 4 and 5 with n and interval; "–" where nothing is measured. */
export function AspectCell({ aspect, formats }: { aspect: Aspect; formats: NeedFormats }) {
  const t = useTranslations("needs");
  if (!aspect.measure) return "–";
  const { top, n } = aspect.measure;
  return (
    <span className="inline-flex flex-col items-end whitespace-nowrap tabular-nums">
      {formats.share(top.value)}
      <span className="text-2xs text-muted">{formats.shareInterval(top.interval)}</span>
      <span className="text-2xs text-muted">{t("answersN", { n: formats.number(n) })}</span>
    </span>
  );
}
