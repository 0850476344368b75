import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FullPage } from "#components/shell/full-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { findSignedIn } from "#lib/auth/session.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { env } from "#lib/env.ts";
import { listClosingWorkspaces } from "#lib/protection/index.ts";
import { signOutAction } from "./w/[tenant]/actions.ts";

export default async function StartPage() {
  const person = await findSignedIn();
  if (!person) redirect("/sign-in");
  const [last] = person.workspaces;
  if (last) redirect(`/w/${last.slug}`);
  const closing = await withAccounts((tx) => listClosingWorkspaces(tx, person.accountId));
  if (closing.length > 0) redirect("/closing");
  const [t, signIn, common] = await Promise.all([
    getTranslations("shell"),
    getTranslations("signIn"),
    getTranslations("common"),
  ]);
  return (
    <FullPage appName={common("appName")}>
      <EmptyState
        kind="no-permission"
        level={1}
        title={t("noWorkspaceTitle")}
        actions={
          <>
            {env().SIGN_UP === "open" && (
              <ButtonLink href="/sign-up" variant="primary">
                {signIn("makeWorkspace")}
              </ButtonLink>
            )}
            <form action={signOutAction}>
              <Button type="submit">{t("signOut")}</Button>
            </form>
          </>
        }
      >
        {t("noWorkspaceText", { email: person.email })}
      </EmptyState>
    </FullPage>
  );
}
