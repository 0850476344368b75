import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DesignFrame } from "#components/design/design-frame.tsx";
import { SECTION_KEYS } from "#components/design/section-keys.ts";
import { themeOf } from "#components/shell/theme.ts";
import { env } from "#lib/env.ts";
import { THEME_COOKIE } from "#lib/format/look-cookies.ts";

type Props = Readonly<{ params: Promise<{ section: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("design");
  return { title: t("title") };
}

/** Behind DESIGN_PAGES: for those who build the product, not for those who use it. */
export default async function DesignSectionPage({ params }: Props) {
  const [{ section }, jar] = await Promise.all([params, cookies()]);
  const known = SECTION_KEYS.find((key) => key === section);
  if (!env().DESIGN_PAGES || !known) notFound();
  return <DesignFrame section={known} theme={themeOf(jar.get(THEME_COOKIE)?.value)} />;
}
