import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { BridgeGap } from "#lib/bridge/types.ts";

/** Where each thing that lacks is brought; null for those who may not. */
export type BridgeHrefs = { imports: string | null; rates: string | null; runs: string | null };

export type GapsListProps = {
  gaps: readonly BridgeGap[];
  hasAcquisition: boolean;
  hrefs: BridgeHrefs;
};

/** What is not in a bridge, and where it comes from. */
export function GapsList({ gaps, hasAcquisition, hrefs }: GapsListProps) {
  const t = useTranslations("bridge");
  // Without a margin nothing is said of cost to serve by itself.
  const told = gaps.filter((gap) => !(gap === "service" && gaps.includes("goods")));
  if (told.length === 0 && hasAcquisition) return null;
  const { imports, rates, runs } = hrefs;
  const parts = {
    orders: (words: ReactNode) => <MaybeLink href={imports}>{words}</MaybeLink>,
    costs: (words: ReactNode) => <MaybeLink href={imports}>{words}</MaybeLink>,
    rates: (words: ReactNode) => <MaybeLink href={rates}>{words}</MaybeLink>,
    runs: (words: ReactNode) => <MaybeLink href={runs}>{words}</MaybeLink>,
  };
  return (
    <section className="mt-3 text-2xs text-muted">
      <h3 className="font-semibold text-text">{t("gapsTitle")}</h3>
      <ul className="mt-1 list-disc space-y-1 ps-4">
        {told.map((gap) => (
          <li key={gap}>{t.rich(`gaps.${gap}`, parts)}</li>
        ))}
        {!hasAcquisition && <li>{t.rich("acquisitionGap", parts)}</li>}
      </ul>
    </section>
  );
}

function MaybeLink({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? children : <Link href={href}>{children}</Link>;
}
