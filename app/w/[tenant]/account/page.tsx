import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileForm } from "#components/account/profile-form.tsx";
import { localeOptions, timeZoneOptions } from "#lib/accounts/place-options.ts";
import { requireSession } from "#lib/auth/session.ts";
import { saveProfileAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("profile") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function ProfilePage({ params }: Props) {
  const [{ person, workspace }, t] = await Promise.all([
    params.then(({ tenant }) => requireSession(tenant)),
    getTranslations("account"),
  ]);
  const { name, email, preferences } = person;
  const likeWorkspace = (value: string) => ({ value: "", label: t("likeWorkspace", { value }) });
  const language = new Intl.DisplayNames("en", { type: "language" }).of(workspace.locale);
  return (
    <ProfileForm
      action={saveProfileAction}
      email={email}
      profile={{
        name,
        locale: preferences.locale ?? "",
        timeZone: preferences.timeZone ?? "",
        theme: preferences.theme,
        density: preferences.density,
      }}
      hasSingleKeys={preferences.hasSingleKeys}
      locales={[likeWorkspace(language ?? workspace.locale), ...localeOptions(workspace.currency)]}
      timeZones={[likeWorkspace(workspace.timeZone), ...timeZoneOptions()]}
    />
  );
}
