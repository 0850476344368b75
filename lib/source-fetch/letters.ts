import { createTranslator } from "next-intl";
import sources from "#lib/format/messages/en/sources.json" with { type: "json" };
import type { Letter } from "#lib/mail/types.ts";

export type FailedFetch = {
  name: string;
  sourceName: string;
  /** The page of the source */
  href: string;
  /** In a row */
  failures: number;
  isGivenUp: boolean;
};

/** Tells who answers for a source that it could not be fetched, several times in a row. */
export function fetchFailedLetter({ name, sourceName, href, ...facts }: FailedFetch): Letter {
  const t = createTranslator({ locale: "en", messages: { sources }, namespace: "sources" });
  const { failures, isGivenUp } = facts;
  return {
    subject: t("mailFetchSubject", { source: sourceName }),
    paragraphs: [
      t("mailGreeting", { name }),
      t("mailFetchText", { source: sourceName, failures }),
      t(isGivenUp ? "mailFetchGivenUp" : "mailFetchGoesOn"),
    ],
    link: { label: t("mailFetchLink"), href },
    reason: t("mailFetchReason"),
  };
}
