import { useTranslations } from "next-intl";
import { WARNING_CODES } from "#lib/clv-runs/warning-codes.ts";

/** Every warning that a run can show, under the anchor that it links to. */
export function HelpWarnings() {
  const t = useTranslations("lifetimeHelp.warnings");
  return (
    <div className="flex max-w-[72ch] flex-col gap-5">
      <p>{t("intro")}</p>
      {WARNING_CODES.map((code) => (
        <section
          key={code}
          id={code}
          className="scroll-mt-4 rounded-sm target:bg-tint-warn target:outline-8 target:outline-tint-warn"
        >
          <h3 className="font-semibold">{t(`list.${code}.title`)}</h3>
          <p className="mt-1">{t(`list.${code}.means`)}</p>
          <p className="mt-1">
            <b className="font-semibold">{t("todo")}</b> {t(`list.${code}.todo`)}
          </p>
        </section>
      ))}
    </div>
  );
}
