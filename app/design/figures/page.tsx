import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FiguresSection } from "#components/design/figures-section.tsx";
import { env } from "#lib/env.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("charts.examples");
  return { title: t("title") };
}

export default async function FiguresPage() {
  if (!env().DESIGN_PAGES) notFound();
  const t = await getTranslations("charts.examples");
  return (
    <main className="page page-stack mx-auto">
      <h1 className="text-xl">{t("title")}</h1>
      <FiguresSection />
    </main>
  );
}
