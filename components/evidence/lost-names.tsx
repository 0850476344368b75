import { useTranslations } from "next-intl";
import type { EvidenceLoss } from "#lib/evidence/types.ts";

/** What would be left without any evidence, by name; nothing where nothing is. */
export function LostNames({ loss: { names, unbacked } }: { loss: EvidenceLoss }) {
  const t = useTranslations("evidence");
  if (names.length === 0) return null;
  return (
    <ul aria-label={t("lostNames")} className="mb-3 list-disc ps-5 text-sm">
      {[...new Set(names)].map((name) => (
        <li key={name} className="break-words">
          {name}
        </li>
      ))}
      {unbacked > names.length && <li>{t("lostMore", { count: unbacked - names.length })}</li>}
    </ul>
  );
}
