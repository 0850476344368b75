import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { HiddenParams, type KeptParams } from "#components/ui/filter-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { EXPORT_PURPOSES, type ExportPurpose, type Purpose } from "#lib/customers/consents.ts";
import { EXPORT_FORMATS } from "#lib/exports/types.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type ExportFormProps = {
  /** The address of the file */
  action: string;
  /** Which customers */
  params: KeptParams;
  /** Customers whose contact data a purpose leaves out; null for those who see no contact data anyway */
  leftOut: Readonly<Record<Purpose, number>> | null;
  locale: string;
};

/** What a file of customers is for, and what that leaves out. A plain form: the answer is a file. */
export function ExportForm({ action, params, leftOut, locale }: ExportFormProps) {
  const t = useTranslations("customers");
  const lists = useTranslations("lists");
  const purposes = leftOut ? EXPORT_PURPOSES : (["analysis"] as const);
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-4">
      <HiddenParams params={params} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">{t("file.legend")}</legend>
        {purposes.map((purpose) => (
          <label key={purpose} className={CHOICE}>
            <input
              type="radio"
              name="purpose"
              value={purpose}
              defaultChecked={purpose === "analysis"}
              className="mt-0.5 size-4 shrink-0 accent-primary"
            />
            <span className="min-w-0">
              <span className="block font-medium">{t(`purposes.${purpose}`)}</span>
              <PurposeNote purpose={purpose} leftOut={leftOut} locale={locale} />
            </span>
          </label>
        ))}
      </fieldset>
      <PlainSelect
        label={lists("exportFormat")}
        name="format"
        options={EXPORT_FORMATS.map((value) => ({ value, label: lists(`format_${value}`) }))}
        defaultValue="csv"
        hint={lists("formatNote_xlsx")}
        hasNone={false}
        className="max-w-56"
      />
      <p className="text-xs text-muted">{t("file.note")}</p>
      <div>
        <Button type="submit" variant="primary">
          <Download />
          {t("file.download")}
        </Button>
      </div>
    </form>
  );
}

type PurposeNoteProps = Pick<ExportFormProps, "leftOut" | "locale"> & { purpose: ExportPurpose };

function PurposeNote({ purpose, leftOut, locale }: PurposeNoteProps) {
  const t = useTranslations("customers.file");
  if (purpose === "analysis" || !leftOut) {
    return <span className="block text-xs text-muted">{t("analysis")}</span>;
  }
  const count = leftOut[purpose];
  return (
    <span className="block text-xs text-muted">
      {t("leftOut", { count, customers: formatNumber(count, locale) })}
      {purpose === "service" && <span className="block">{t("service")}</span>}
    </span>
  );
}

const CHOICE =
  "flex min-h-11 cursor-pointer items-start gap-3 rounded-sm border border-hairline px-3 py-2.5 hover:bg-canvas";
