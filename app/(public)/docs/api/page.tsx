import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { HowItWorks } from "#components/api-reference/how-it-works.tsx";
import { OperationCard } from "#components/api-reference/operation-card.tsx";
import { Mark } from "#components/shell/mark.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { apiReference } from "#lib/api/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reference");
  return { title: t("title") };
}

/** The reference of the API, for everybody: made from its document. */
export default async function ApiReferencePage() {
  const [t, common] = await Promise.all([getTranslations("reference"), getTranslations("common")]);
  const groups = apiReference();
  return (
    <main id="main" className="mx-auto flex max-w-5xl flex-col gap-5 px-4 py-8 sm:px-8">
      <Link href="/" className="-my-2 flex min-h-11 items-center gap-2 self-start font-semibold">
        <Mark size={28} />
        {common("appName")}
      </Link>
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <a href="/api/v1/openapi.json" className={buttonStyle({})}>
            {t("document")}
          </a>
        }
      />
      <nav aria-label={t("contents")} className="flex flex-wrap gap-x-4 text-sm">
        {groups.map(({ tag }) => (
          <a key={tag} href={`#${tag}`} className="inline-flex min-h-11 items-center text-primary">
            {t(`tags.${tag}`)}
          </a>
        ))}
      </nav>
      <HowItWorks />
      {groups.map(({ tag, operations }) => (
        <div key={tag} id={tag} className="scroll-mt-4">
          <Panel title={t(`tags.${tag}`)} hasPadding={false}>
            {operations.map((operation) => (
              <OperationCard key={operation.id} operation={operation} />
            ))}
          </Panel>
        </div>
      ))}
    </main>
  );
}
