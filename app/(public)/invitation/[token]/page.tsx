import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptInvitation } from "#components/invitation/accept-invitation.tsx";
import { FullPage } from "#components/shell/full-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { countUse } from "#lib/auth/rate-limit.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findWorkspace } from "#lib/db/directory.ts";
import { findInvitation, type OpenInvitation } from "#lib/db/invitation-links.ts";
import { DomainError } from "#lib/errors/index.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { callerAddress } from "#lib/http/caller.ts";
import { acceptAction, joinAction, leaveForInvitationAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.join");
  // The address is the secret: it must not travel on in a Referer header.
  return { title: t("submit"), referrer: "no-referrer", robots: { index: false } };
}

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<{ mail?: string | string[] }>;
}>;

export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ token }, { mail }, t, common, person] = await Promise.all([
    params,
    searchParams,
    getTranslations("people.join"),
    getTranslations("common"),
    findSignedIn(),
  ]);
  const invitation = await findOpen(token);
  if (typeof invitation === "string" || !invitation) {
    const waiting = typeof invitation === "string" ? invitation : null;
    return (
      <FullPage appName={common("appName")}>
        <EmptyState
          kind="no-match"
          level={1}
          title={t(waiting ? "waitTitle" : "titleGone")}
          actions={!waiting && <ButtonLink href="/sign-in">{t("goneAction")}</ButtonLink>}
        >
          {waiting ?? t("gone")}
        </EmptyState>
      </FullPage>
    );
  }
  return (
    <FullPage appName={common("appName")}>
      <AcceptInvitation
        invitation={{ ...invitation, workspace: invitation.workspace.name }}
        until={await untilOf(invitation)}
        link={{ token, mail: typeof mail === "string" ? mail : "" }}
        ownEmail={person?.email ?? null}
        ownPlace={placeOf(person, invitation.workspace.slug)}
        actions={{ join: joinAction, accept: acceptAction, leave: leaveForInvitationAction }}
      />
    </FullPage>
  );
}

/** When the link ends, by the clock of the workspace that invites: nobody may be signed in yet. */
async function untilOf({ workspace, expiresAt }: OpenInvitation) {
  const place = await findWorkspace(workspace.id);
  const { locale, timeZone } = place ?? { locale: "en", timeZone: "UTC" };
  return { at: formatInstant(expiresAt.toISOString(), locale, timeZone), zone: timeZone };
}

/** The path of the workspace for somebody who belongs to it already. */
function placeOf(person: SignedIn | null, slug: string): string | null {
  return person?.workspaces.some((each) => each.slug === slug) ? `/w/${slug}` : null;
}

/** The invitation a link leads to, or why nobody may look: too many tries from this address. */
async function findOpen(token: string): Promise<OpenInvitation | string | null> {
  try {
    await countUse("invitation_address", await callerAddress());
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return withAccounts((tx) => findInvitation(tx, hashOfToken(token)));
}
