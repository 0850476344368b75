import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { personaeAddress } from "#lib/personae/filter.ts";
import type { StaleCount } from "#lib/personae/types.ts";

export type StaleNoticeProps = {
  stale: StaleCount;
  slug: string;
  /** Of whose personae: those that the reader answers for, or all */
  of: "mine" | "all";
};

/** How many claims are stale, and the way to them; nothing while none is. */
export function StaleNotice({ stale, slug, of }: StaleNoticeProps) {
  const t = useTranslations("personae");
  if (stale.claims === 0) return null;
  const asked = { ...personaeAddress.usual, staleness: ["stale" as const] };
  const query = personaeAddress.write(
    of === "mine" ? { ...asked, answering: ["me" as const] } : asked,
  );
  return (
    <Notice tone="warn">
      <p>
        <span className="font-medium">{t("staleCount", stale)}</span>{" "}
        {of === "mine" && t("staleMine")}{" "}
        <Link
          href={`/w/${slug}/personae${query}`}
          className="inline-flex min-h-11 items-center sm:min-h-6"
        >
          {t("staleOpen")}
        </Link>
      </p>
    </Notice>
  );
}
