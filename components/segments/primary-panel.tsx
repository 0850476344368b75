import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { SegmentList } from "#lib/segments/segment-types.ts";
import { PrimaryForm } from "./primary-form.tsx";

export type PrimaryPanelProps = {
  list: SegmentList;
  tenant: string;
  locale: string;
  /** null for who may only read */
  action: FormAction | null;
};

/** The segmentation in which each customer has exactly one segment: which belong to it, in which order. */
export function PrimaryPanel({ list, tenant, locale, action }: PrimaryPanelProps) {
  const t = useTranslations("segmentation.primary");
  const { segments, basis } = list;
  const able = segments.filter(({ kind }) => kind !== "named");
  const ordered = able
    .filter(({ primaryRank }) => primaryRank !== null)
    .toSorted((one, other) => (one.primaryRank ?? 0) - (other.primaryRank ?? 0));
  const others = able.filter(({ primaryRank }) => primaryRank === null);
  if (able.length === 0) return null;
  const rest = basis && ordered.length > 0 ? basis.rest.customers : null;
  return (
    <Panel title={t("title", { count: ordered.length })} caption={t("caption")}>
      {action && (
        <div className="no-print">
          <PrimaryForm
            key={ordered.map(({ id }) => id).join()}
            tenant={tenant}
            ordered={ordered.map(({ id, name }) => ({ id, name }))}
            others={others.map(({ id, name }) => ({ id, name }))}
            action={action}
          />
        </div>
      )}
      <ol className={cx("list-decimal ps-5", action && "hidden print:block")}>
        {ordered.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ol>
      {basis && rest !== null && (
        <p className="mt-3 text-2xs text-muted">
          {t("rest", {
            count: rest,
            customers: formatNumber(rest, locale),
            share: formatPercent(rest / Math.max(1, basis.all.customers), locale),
          })}
        </p>
      )}
    </Panel>
  );
}
