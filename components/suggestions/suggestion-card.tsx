import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { ruleSentence } from "#lib/segments/rule-sentence.ts";
import type { Medians } from "#lib/segments/suggestions/levels.ts";
import type { FoundGroup } from "#lib/segments/suggestions/stored.ts";

export type SuggestionCardProps = {
  name: string;
  group: FoundGroup;
  /** Customers with orders, and their medians */
  all: { customers: number; medians: Medians };
  formats: ValueFormats;
  /** Accepts it, or says what became of it */
  children: ReactNode;
};

/** A suggested group: how many, what they do, the rule that finds them, and how closely. */
export function SuggestionCard({ name, group, all, formats, children }: SuggestionCardProps) {
  const t = useTranslations("suggestions");
  const words = useTranslations("segments");
  const { number, share } = formats;
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-md border border-hairline bg-surface p-4 sm:p-5">
      <header>
        <h3 className="font-semibold break-words">{name}</h3>
        <p className="mt-0.5 text-xs text-muted">
          {t("size", { count: group.customers, customers: number(group.customers) })} ·{" "}
          {t("ofAll", { share: share(group.customers / Math.max(1, all.customers)) })}
        </p>
      </header>
      <GroupMedians own={group.medians} all={all.medians} formats={formats} />
      <p className="text-xs break-words">
        {ruleSentence(group.rule, {
          t: words,
          ...{ locale: formats.locale, currency: formats.currency, attributes: new Map() },
          needs: new Map(),
        })}
      </p>
      <Closeness group={group} formats={formats} />
      <div className="mt-auto">{children}</div>
    </article>
  );
}

type GroupMediansProps = { own: Medians; all: Medians; formats: ValueFormats };

function GroupMedians({ own, all, formats }: GroupMediansProps) {
  const t = useTranslations("suggestions");
  const unit = 10 ** minorDigits(formats.currency);
  const rows = [
    ["recency", (m: Medians) => t("recencyValue", { days: Math.round(m.recency) })],
    ["frequency", (m: Medians) => formats.number(m.frequency)],
    ["monetary", (m: Medians) => formats.money(Math.round(m.monetary * unit))],
  ] as const;
  return (
    <dl
      aria-label={t("medianTitle")}
      className="grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-x-4 gap-y-1"
    >
      {rows.map(([basis, write]) => (
        <div key={basis} className="min-w-0">
          <dt className="text-2xs text-muted">{t(basis)}</dt>
          <dd className="font-medium tabular-nums">{write(own)}</dd>
          <dd className="text-2xs text-muted tabular-nums">{t("all", { value: write(all) })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shares of counts over all customers with orders, not of the sample. */
function Closeness({ group, formats }: { group: FoundGroup; formats: ValueFormats }) {
  const t = useTranslations("suggestions");
  const { customers, caught, rightly } = group;
  const { number, share } = formats;
  const isExact = rightly === customers && caught === customers;
  return (
    <p className="text-2xs text-muted">
      {t("closeness", {
        isExact: isExact ? "yes" : "no",
        customers: number(customers),
        caught: share(customers === 0 ? null : rightly / customers),
        rightly: share(caught === 0 ? null : rightly / caught),
      })}
      {!isExact && (
        <>
          {" "}
          {t("closenessCounts", {
            rightly: number(rightly),
            customers: number(customers),
            found: number(caught),
          })}
        </>
      )}
    </p>
  );
}
