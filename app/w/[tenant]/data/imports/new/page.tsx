import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportWizard } from "#components/imports/import-wizard.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listSavedMappings } from "#lib/imports/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { forgetMappingAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("newTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewImportPage({ params }: Props) {
  const [{ tenant }, t] = await Promise.all([params, getTranslations("imports")]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("import:write")) return <Refusal session={session} />;
  const { workspace, formats } = session;
  const saved = await withTenant(session, "import:read", listSavedMappings);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: `/w/${tenant}/data/imports` },
          { label: t("newTitle") },
        ]}
      />
      <PageHeader title={t("newTitle")} purpose={t("newPurpose")} />
      <ImportWizard
        slug={workspace.slug}
        currency={workspace.currency}
        formats={formats}
        saved={saved}
        forget={forgetMappingAction}
      />
    </>
  );
}
