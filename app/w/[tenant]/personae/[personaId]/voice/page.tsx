import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VoicePanel } from "#components/personae/voice-panel.tsx";
import { listSignalsOfSegment } from "#lib/signals/index.ts";
import type { SignalListRow } from "#lib/signals/types.ts";
import { PersonaPage, type PersonaPageProps } from "../persona-page.tsx";

const SHOWN = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("voicePageTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<null>, "params" | "searchParams">>;

export default async function PersonaVoicePage(props: Props) {
  return (
    <PersonaPage<SignalListRow[]>
      {...props}
      path="/voice"
      permission="persona:read"
      find={(tx, session, { segment }) => listSignalsOfSegment(tx, session, segment.id, SHOWN)}
    >
      {({ persona, session }, signals) => (
        <VoicePanel
          segment={persona.segment}
          signals={signals}
          slug={session.workspace.slug}
          locale={session.formats.locale}
          mayRead={session.permissions.has("signal:read")}
        />
      )}
    </PersonaPage>
  );
}
