import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ValuePanel } from "#components/personae/value-panel.tsx";
import { PersonaPage, type PersonaPageProps } from "../persona-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("valueTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<null>, "params" | "searchParams">>;

export default async function PersonaValuePage(props: Props) {
  return (
    <PersonaPage {...props} path="/value" permission="persona:read" find={async () => null}>
      {({ persona, session }) => <ValuePanel persona={persona} locale={session.formats.locale} />}
    </PersonaPage>
  );
}
