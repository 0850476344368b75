import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past what stands on every page, to what this one is about. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#main" className={LOOK}>
      {t("skipToContent")}
    </a>
  );
}

const LOOK =
  "skip-link sr-only z-50 rounded-sm bg-primary px-3 py-2 font-medium text-on-primary " +
  "focus:not-sr-only focus:absolute focus:start-3 focus:top-3";
