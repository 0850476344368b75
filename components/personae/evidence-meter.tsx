import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import type { EvidenceRatio } from "#lib/personae/types.ts";

export type EvidenceMeterProps = {
  ratio: EvidenceRatio;
  /** Without the key under it */
  isSmall?: boolean;
  /** Without its name, where a heading says it */
  isNamed?: boolean;
};

const LEVELS = ["many", "few", "none"] as const;
const FILL = {
  many: "bg-good",
  few: "bg-info",
  none: "inset-ring inset-ring-control",
} as const;
const KEY = { many: "meterMany", few: "meterFew", none: "meterNone" } as const;

/** How many claims are backed, and how well: a piece of the bar for each. */
export function EvidenceMeter({ ratio, isSmall = false, isNamed = true }: EvidenceMeterProps) {
  const t = useTranslations("personae");
  const { claims, many, few } = ratio;
  return (
    <div>
      <p className="flex flex-wrap gap-x-3 text-xs">
        {isNamed && <span className="font-medium">{t("evidence")}</span>}
        <span className={cx("text-muted tabular-nums", isNamed && "ms-auto")}>
          {claims === 0 ? t("noClaims") : t("backed", { backed: many + few, claims })}
        </span>
      </p>
      {claims > 0 && (
        <div role="img" aria-label={t("meter", ratio)} className="mt-2 flex gap-0.5">
          {LEVELS.flatMap((level) =>
            Array.from({ length: ratio[level] }, (_, at) => (
              <span
                key={`${level}-${String(at)}`}
                className={cx("fill h-2 flex-1 rounded-[2px]", FILL[level])}
              />
            )),
          )}
        </div>
      )}
      {!isSmall && claims > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-3 text-2xs text-muted tabular-nums">
          {LEVELS.map((level) => (
            <span key={level} className="flex items-center gap-1">
              <span aria-hidden="true" className={cx("fill size-2 rounded-[2px]", FILL[level])} />
              {t(KEY[level], { count: ratio[level] })}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
