import { Columns2, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { DrawerLayout } from "#components/ui/drawer.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";
import { PersonaAside } from "./persona-aside.tsx";

export type PersonaFrameProps = {
  persona: PersonaDetail;
  slug: string;
  locale: string;
  mayWrite: boolean;
  /** The drawer of sources; null while it is closed */
  drawer: ReactNode;
  children: ReactNode;
};

/** One persona: who it is at the start, and its views beside it. */
export function PersonaFrame(props: PersonaFrameProps) {
  const { persona, slug, locale, mayWrite, drawer, children } = props;
  const t = useTranslations("personae");
  const board = `/w/${slug}/personae`;
  const base = `${board}/${persona.id}`;
  const hasDrawer = drawer !== null;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: board }, { label: persona.name }]} />
      <DrawerLayout drawer={drawer}>
        <div
          className={cx(
            "grid items-start gap-6 min-[85rem]:gap-8",
            hasDrawer
              ? "2xl:grid-cols-[19.5rem_minmax(0,1fr)]"
              : "min-[85rem]:grid-cols-[19.5rem_minmax(0,1fr)]",
          )}
        >
          <div className={cx("min-w-0", hasDrawer && "min-[85rem]:hidden 2xl:block")}>
            <PersonaAside persona={persona} slug={slug} locale={locale} />
          </div>
          <div className="grid min-w-0 grid-cols-1 gap-4">
            {hasDrawer && (
              <h1 className="hidden text-lg font-semibold break-words min-[85rem]:block 2xl:hidden">
                {persona.name}
              </h1>
            )}
            <div className="flex flex-wrap-reverse items-center gap-x-4 gap-y-2 border-b border-hairline [&_nav>ul]:-mb-px [&_nav>ul]:border-b-0">
              <div className="min-w-0 flex-1 basis-72">
                <TabLinks
                  label={t("tabsLabel")}
                  links={[
                    { href: base, label: t("tabProfile") },
                    {
                      href: `${base}/evidence`,
                      label: t("tabEvidence"),
                      count: formatNumber(persona.evidenceCount, locale),
                    },
                    { href: `${base}/value`, label: t("tabValue") },
                    { href: `${base}/voice`, label: t("tabVoice") },
                  ]}
                />
              </div>
              <div className="no-print flex flex-wrap gap-2">
                <ButtonLink href={`${board}?tick=${persona.id}`} size="sm">
                  <Columns2 aria-hidden="true" />
                  {t("compare")}
                </ButtonLink>
                <ButtonLink href={`${board}/print?id=${persona.id}`} size="sm">
                  <Printer aria-hidden="true" />
                  {t("printOne")}
                </ButtonLink>
                {mayWrite && (
                  <ButtonLink href={`${base}/edit`} size="sm" variant="primary">
                    {t("edit")}
                  </ButtonLink>
                )}
              </div>
            </div>
            {children}
          </div>
        </div>
      </DrawerLayout>
    </>
  );
}
