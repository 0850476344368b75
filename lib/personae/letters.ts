import { createTranslator } from "next-intl";
import personae from "#lib/format/messages/en/personae.json" with { type: "json" };
import type { Letter } from "#lib/mail/types.ts";

export type StaleClaims = {
  /** Who is written to */
  name: string;
  persona: string;
  /** The page of the persona */
  href: string;
  /** What is stale, in its own words */
  statements: readonly string[];
};

/** Tells who answers for a persona which of its claims are stale. */
export function staleClaimsLetter({ name, persona, href, statements }: StaleClaims): Letter {
  const t = createTranslator({ locale: "en", messages: { personae }, namespace: "personae" });
  return {
    subject: t("mailSubject", { persona }),
    paragraphs: [
      t("mailGreeting", { name }),
      t("mailText", { persona, count: statements.length }),
      ...statements.map((statement) => t("mailClaim", { statement })),
    ],
    link: { label: t("mailLink"), href },
    reason: t("mailReason"),
  };
}
