import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CaseSummary } from "#lib/defection/types.ts";
import { CaseCell } from "./case-cell.tsx";

export type CustomerCasePanelProps = {
  /** The open one; null where nobody works on it */
  open: CaseSummary | null;
  /** The page of the case; null for those who may not see it */
  href: string | null;
  mayWrite: boolean;
  locale: string;
};

/** On a customer's page: that they may leave, and who does what about it. */
export function CustomerCasePanel({ open, href, mayWrite, locale }: CustomerCasePanelProps) {
  const t = useTranslations("watchlist");
  const canTake = open === null && mayWrite;
  return (
    <Panel title={t("ofCustomer.title")} caption={t(open ? "ofCustomer.open" : "ofCustomer.none")}>
      <div className="space-y-3">
        {open && (
          <div>
            <CaseCell latest={open} locale={locale} />
          </div>
        )}
        {href && <ButtonLink href={href}>{t(canTake ? "openCase" : "seeCase")}</ButtonLink>}
      </div>
    </Panel>
  );
}
