import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportWizard } from "#components/imports/import-wizard.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import {
  findReading,
  findSentFile,
  listSavedMappings,
  listUnreadValues,
} from "#lib/imports/index.ts";
import { Refusal } from "../../../../refusal.tsx";
import { forgetMappingAction } from "../../new/actions.ts";
import { reviseImportAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("changeMapping") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; importId: string }> }>;

export default async function ChangeMappingPage({ params }: Props) {
  const [{ tenant, importId }, t] = await Promise.all([params, getTranslations("imports")]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("import:write") || !mayReadPersonalData(session))
    return <Refusal session={session} />;
  const { workspace, formats } = session;
  const reading = withTenant(session, "import:read", async (tx) => {
    const file = await findSentFile(tx, importId);
    const asked = file && { importId, kind: file.kind, reading: await findReading(tx, importId) };
    return {
      file,
      saved: await listSavedMappings(tx),
      unread: asked ? await listUnreadValues(tx, session, asked) : [],
    };
  });
  const { file, saved, unread } = await orNotFound(reading);
  const base = `/w/${tenant}/data/imports`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: base },
          { label: file?.fileName ?? t("dryRun"), href: `${base}/${importId}` },
          { label: t("changeMapping") },
        ]}
      />
      <PageHeader title={t("changeMapping")} purpose={t("changeMappingPurpose")} />
      {file?.isRevisable ? (
        <ImportWizard
          key={importId}
          slug={workspace.slug}
          currency={workspace.currency}
          formats={formats}
          saved={saved}
          forget={forgetMappingAction}
          stored={{
            file: {
              importId,
              name: file.fileName,
              size: file.byteCount,
              headUrl: `${base}/${importId}/head`,
            },
            kind: file.kind,
            mapping: file.mapping,
            unread,
          }}
          revise={reviseImportAction}
        />
      ) : (
        <EmptyState
          kind="nothing-yet"
          title={t("notRevisable")}
          actions={
            <ButtonLink href={`${base}/new`} variant="primary">
              {t("sendAgain")}
            </ButtonLink>
          }
        >
          {t("notRevisableText")}
        </EmptyState>
      )}
    </>
  );
}
