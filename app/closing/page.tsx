import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClosingPanel } from "#components/protection/closing-panel.tsx";
import { SignInAgain } from "#components/protection/sign-in-again.tsx";
import { TakeBackForm } from "#components/protection/take-back-form.tsx";
import { FullPage } from "#components/shell/full-page.tsx";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { proofOf } from "#lib/auth/confirm-person.ts";
import { requireSignedIn } from "#lib/auth/session.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { env } from "#lib/env.ts";
import { listClosingWorkspaces } from "#lib/protection/index.ts";
import { takeBackAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("protection");
  return { title: t("closingTitle") };
}

/** The workspaces that this person has closed, and the way back. */
export default async function ClosingPage() {
  const person = await requireSignedIn("/closing");
  const [t, common, proof, closing] = await Promise.all([
    getTranslations("protection"),
    getTranslations("common"),
    proofOf(person),
    withAccounts((tx) => listClosingWorkspaces(tx, person.accountId)),
  ]);
  return (
    <>
      <SkipLink />
      <FullPage appName={common("appName")}>
        {closing.length === 0 ? (
          <EmptyState
            kind="nothing-yet"
            level={1}
            title={t("noneClosing")}
            actions={<ButtonLink href="/">{t("toStart")}</ButtonLink>}
          >
            {t("noneClosingText")}
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-6">
            <PageHeader title={t("closingTitle")} purpose={t("closingPurpose")} />
            {proof === "sign_in_again" && (
              <Panel title={t("takeBack")}>
                <SignInAgain provider={env().OIDC_NAME} to="/closing" />
              </Panel>
            )}
            {closing.map((workspace) =>
              proof === "sign_in_again" ? (
                <ClosingPanel key={workspace.id} workspace={workspace} />
              ) : (
                <TakeBackForm
                  key={workspace.id}
                  workspace={workspace}
                  proof={proof}
                  action={takeBackAction}
                />
              ),
            )}
          </div>
        )}
      </FullPage>
    </>
  );
}
