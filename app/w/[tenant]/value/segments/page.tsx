import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SegmentsAheadView } from "#components/lifetime/segments-ahead-view.tsx";
import { SegmentsProfitFigure } from "#components/lifetime/segments-profit-figure.tsx";
import { readSegmentsAhead, runMonthAddress } from "#lib/clv-runs/index.ts";
import { findSegmentProfits } from "#lib/value/index.ts";
import { LifetimePage } from "../lifetime-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("segments.pageTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function SegmentsPage({ params, searchParams }: Props) {
  return (
    <LifetimePage
      tenant={(await params).tenant}
      tab="segments"
      month={runMonthAddress.read(await searchParams).month}
      find={async (tx, session, run) => ({
        ahead: await readSegmentsAhead(tx, session, run),
        profits: await findSegmentProfits(tx, session),
      })}
    >
      {({ ahead, profits }, { workspace: { slug }, formats: { locale } }) => (
        <>
          <SegmentsAheadView {...{ ahead, slug, locale }} />
          {profits && <SegmentsProfitFigure found={profits} {...{ slug, locale }} />}
        </>
      )}
    </LifetimePage>
  );
}
