import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { runMonthAddress } from "#lib/clv-runs/run-month.ts";
import { formatMonth } from "#lib/format/format-month.ts";
import { isMonth } from "#lib/lists/index.ts";

/** The views of value, as they stand in a row; the path follows that of the first. */
const TABS = [
  { key: "overview", path: "" },
  { key: "bridge", path: "/bridge" },
  { key: "migration", path: "/migration" },
  { key: "watchlist", path: "/watchlist" },
  { key: "forecast", path: "/forecast" },
  { key: "segments", path: "/segments" },
  { key: "rfm", path: "/rfm" },
  { key: "cohorts", path: "/cohorts" },
  { key: "trend", path: "/trend" },
  { key: "runs", path: "/runs" },
  { key: "policy", path: "/policy" },
] as const;

export type ValueTab = (typeof TABS)[number]["key"];

/** What a view shows that knows no run of a month before: the latest run, or what is known today. The others show that month, or all. */
const KNOWS: Partial<Record<ValueTab, "run" | "today">> = {
  ...{ bridge: "run", segments: "run", watchlist: "run" },
  ...{ rfm: "today", cohorts: "today", trend: "today", policy: "today" },
};

export type ValueFrameProps = {
  slug: string;
  tab: ValueTab;
  /** The month that is looked back at, as the address has it: taken along to the other views */
  month?: string;
  actions?: ReactNode;
  /** The reader's own */
  formats: { locale: string; timeZone: string };
  children: ReactNode;
};

/** Title and tabs of the Value pages. */
export function ValueFrame(props: ValueFrameProps) {
  const { slug, tab, actions, formats, children } = props;
  const t = useTranslations("value");
  const base = `/w/${slug}/value`;
  const month = props.month && isMonth(props.month) ? props.month : "";
  const query = runMonthAddress.write({ month });
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t("title"), href: base + query }, { label: t(`tabs.${tab}`) }]}
      />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={actions} />
      <PrintNote view={t(`tabs.${tab}`)} formats={formats} />
      <TabLinks
        label={t("title")}
        links={TABS.map(({ key, path }) => ({ href: base + path, label: t(`tabs.${key}`) }))}
        query={query}
      />
      {month && KNOWS[tab] && (
        <Notice tone="info">
          {t("otherMonth", { knows: KNOWS[tab], month: formatMonth(month, formats.locale) })}{" "}
          <Link href={base + query}>
            {t("backToMonth", { month: formatMonth(month, formats.locale) })}
          </Link>
        </Notice>
      )}
      {children}
    </>
  );
}
