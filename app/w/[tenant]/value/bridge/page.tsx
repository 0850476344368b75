import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BridgeView } from "#components/bridge/bridge-view.tsx";
import { NoRun } from "#components/lifetime/no-run.tsx";
import { RunDoubts } from "#components/lifetime/run-doubts.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import { askedTier, bridgeAddress } from "#lib/bridge/filter.ts";
import { findLifetimeBridge } from "#lib/bridge/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { bridgeHrefs } from "../bridge-hrefs.ts";
import { ValuePage } from "../value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bridge");
  return { title: t("pageTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function BridgePage({ params, searchParams }: Props) {
  const { tier, month } = bridgeAddress.read(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="bridge"
      month={month}
      permission="value:read"
      find={findBridge}
    >
      {({ bridge }, session, past) =>
        bridge === null ? (
          <NoRun reason="none" href={bridgeHrefs(session).runs} />
        ) : (
          <>
            {bridge.run.model !== "historic" && (
              <RunDoubts
                run={bridge.run}
                locale={session.formats.locale}
                base={`/w/${session.workspace.slug}/value`}
              />
            )}
            <BridgeView
              found={bridge}
              month={past}
              tier={askedTier(tier)}
              slug={session.workspace.slug}
              locale={session.formats.locale}
              hrefs={bridgeHrefs(session)}
            />
          </>
        )
      }
    </ValuePage>
  );
}

/** null until value has been computed. */
async function findBridge(tx: TenantTx, session: MemberSession) {
  const value = await findValueOverview(tx, session);
  return value && { bridge: await findLifetimeBridge(tx, session, value) };
}
