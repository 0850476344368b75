import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EvidenceView } from "#components/evidence/evidence-view.tsx";
import { PersonaFrame } from "#components/personae/persona-frame.tsx";
import type { Permission } from "#lib/auth/permissions.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { parseEvidenceAddress } from "#lib/evidence/evidence-address.ts";
import { type EvidencePanel, findEvidencePanel } from "#lib/evidence/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import type { SearchParams } from "#lib/lists/types.ts";
import { getPersona } from "#lib/personae/index.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";
import { dayInZone } from "#lib/time/index.ts";
import {
  linkEvidenceAction,
  linkStatisticAction,
  unlinkEvidenceAction,
} from "../../evidence/actions.ts";
import { Refusal } from "../../refusal.tsx";
import { cutEvidenceAction } from "../interviews/actions.ts";

const ACTIONS = {
  link: linkEvidenceAction,
  cut: cutEvidenceAction,
  linkStatistic: linkStatisticAction,
  unlink: unlinkEvidenceAction,
};

/** What every view of a persona needs. */
export type PersonaView = {
  persona: PersonaDetail;
  session: MemberSession;
  /** The address of this view */
  href: string;
  /** YYYY-MM-DD in the workspace's time zone */
  today: string;
};

export type PersonaPageProps<Found> = {
  params: Promise<{ tenant: string; personaId: string }>;
  searchParams: Promise<SearchParams>;
  permission: Permission;
  /** The view's address below the persona's: "", "/value" */
  path: "" | "/evidence" | "/value" | "/voice";
  /** What the view needs beside */
  find: (tx: TenantTx, session: MemberSession, persona: PersonaDetail) => Promise<Found>;
  children: (view: PersonaView, found: Found) => ReactNode;
};

/** A view of one persona, with the drawer of sources where the address asks for one. */
export async function PersonaPage<Found>(props: PersonaPageProps<Found>) {
  const [{ tenant, personaId }, asked] = await Promise.all([props.params, props.searchParams]);
  const session = await requireSession(tenant);
  if (!session.permissions.has(props.permission)) return <Refusal session={session} />;
  const wanted = session.permissions.has("evidence:read") ? parseEvidenceAddress(asked) : null;
  const { persona, panel, found } = await orNotFound(
    withTenant(session, props.permission, async (tx) => {
      const one = await getPersona(tx, session, personaId);
      return {
        persona: one,
        panel: wanted && (await findEvidencePanel(tx, session, wanted)),
        found: await props.find(tx, session, one),
      };
    }),
  );
  const href = `/w/${tenant}/personae/${personaId}${props.path}`;
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const view = { persona, session, href, today };
  return (
    <PersonaFrame
      persona={persona}
      slug={tenant}
      locale={session.formats.locale}
      mayWrite={session.permissions.has("persona:write")}
      drawer={panel && <Sources panel={panel} view={view} refused={asked["fileRefused"]} />}
    >
      {props.children(view, found)}
    </PersonaFrame>
  );
}

type SourcesProps = {
  panel: EvidencePanel;
  view: PersonaView;
  refused: SearchParams[string];
};

const REFUSALS = ["invalid_input", "too_large", "not_found", "forbidden"] as const;

async function Sources({ panel, view, refused }: SourcesProps) {
  const { persona, session, href, today } = view;
  const t = await getTranslations("evidence");
  const code = REFUSALS.find((each) => each === refused);
  return (
    <EvidenceView
      panel={panel}
      slug={session.workspace.slug}
      locale={session.formats.locale}
      href={href}
      today={today}
      standing={persona.numbers && { segment: persona.segment, now: persona.numbers }}
      actions={session.permissions.has("evidence:write") ? ACTIONS : null}
      fileRefusal={code ? t(`fileRefused_${code}`) : null}
    />
  );
}
