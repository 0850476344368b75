import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";

const PARTS = ["key", "pages", "numbers", "keys", "errors", "limits"] as const;

/** What holds for every request. */
export function HowItWorks() {
  const t = useTranslations("reference.start");
  return (
    <Panel title={t("title")}>
      <ul className="flex max-w-[76ch] list-disc flex-col gap-2 ps-5 text-sm">
        {PARTS.map((part) => (
          <li key={part}>{t(part)}</li>
        ))}
      </ul>
    </Panel>
  );
}
