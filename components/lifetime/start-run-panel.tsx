import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatPercent } from "#lib/format/format-percent.ts";
import { LazyRunForm } from "./lazy-run-form.tsx";
import type { StartRunAction } from "./run-form.tsx";

export type StartRunPanelProps = {
  tenant: string;
  /** 0..1; null where none is set */
  marginRate: number | null;
  locale: string;
  /** null for those who may not start one */
  action: StartRunAction | null;
};

/** Offers to compute lifetime value where there is none. */
export function StartRunPanel({ tenant, marginRate, locale, action }: StartRunPanelProps) {
  const t = useTranslations("lifetime");
  return (
    <Panel
      title={t("noRunTitle")}
      caption={t("noRunText")}
      footer={
        <Link
          href={`/w/${tenant}/value/help`}
          className="inline-flex min-h-11 items-center sm:min-h-6"
        >
          {t("help.link")}
        </Link>
      }
    >
      {action ? (
        <LazyRunForm tenant={tenant} margin={marginWord(marginRate, locale)} action={action} />
      ) : (
        <p className="text-muted">{t("askSomebody")}</p>
      )}
    </Panel>
  );
}

/** The margin as the form's choice says it: "42 %", or "none". */
export function marginWord(marginRate: number | null, locale: string): string {
  return marginRate === null ? "none" : formatPercent(marginRate, locale);
}
