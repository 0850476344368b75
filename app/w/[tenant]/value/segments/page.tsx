import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SegmentsAheadView } from "#components/lifetime/segments-ahead-view.tsx";
import { findSegmentsAhead } from "#lib/clv-runs/index.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { LifetimePage } from "../lifetime-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("segments.pageTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SegmentsPage({ params }: Props) {
  return (
    <LifetimePage
      tenant={(await params).tenant}
      tab="segments"
      find={async (tx, session) => {
        const ahead = await findSegmentsAhead(tx, session);
        return ahead && { ahead, soFar: await findValueOverview(tx, session) };
      }}
    >
      {({ ahead, soFar }, { workspace, formats }) => (
        <SegmentsAheadView
          ahead={ahead}
          soFar={soFar?.segments ?? []}
          slug={workspace.slug}
          locale={formats.locale}
        />
      )}
    </LifetimePage>
  );
}
