import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VoicePanel, type VoicePanelProps } from "#components/personae/voice-panel.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";
import { maySeeSegments } from "#lib/segments/index.ts";
import { listSignalsOfSegment } from "#lib/signals/index.ts";
import { PersonaPage, type PersonaPageProps } from "../persona-page.tsx";

const SHOWN = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("voicePageTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<null>, "params" | "searchParams">>;

export default async function PersonaVoicePage(props: Props) {
  return (
    <PersonaPage {...props} path="/voice" permission="persona:read" find={findVoice}>
      {({ persona, session }, { signals, seesMembers }) => (
        <VoicePanel
          segment={persona.segment}
          signals={signals}
          slug={session.workspace.slug}
          locale={session.formats.locale}
          hidden={hiddenFrom(session, seesMembers)}
        />
      )}
    </PersonaPage>
  );
}

async function findVoice(tx: TenantTx, session: MemberSession, { segment }: PersonaDetail) {
  const seesMembers = await maySeeSegments(tx, session, [segment.id]);
  const asked = { segmentId: segment.id, seesMembers, limit: SHOWN };
  return { seesMembers, signals: await listSignalsOfSegment(tx, session, asked) };
}

function hiddenFrom(session: MemberSession, seesMembers: boolean): VoicePanelProps["hidden"] {
  if (!session.permissions.has("signal:read")) return "feedback";
  return seesMembers ? null : "members";
}
