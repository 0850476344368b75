import { useTranslations } from "next-intl";

/** What an address says and a list cannot read, in the words of a filter bar, with the address that leaves it out. */
export function useUnreadable(
  unknown: readonly { field: string; value: string }[],
  href: string,
): readonly { text: string; href: string }[] {
  const t = useTranslations("lists");
  return unknown.map(({ field, value }) => ({ text: t("unreadable", { field, value }), href }));
}
