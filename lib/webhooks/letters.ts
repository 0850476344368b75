import { createTranslator } from "next-intl";
import webhooks from "#lib/format/messages/en/webhooks.json" with { type: "json" };
import type { Letter } from "#lib/mail/types.ts";
import type { OffReason } from "./types.ts";

type GivenUp = {
  name: string;
  workspace: string;
  host: string;
  offReason: OffReason;
  href: string;
};

/** Tells an owner that a webhook switched itself off, and where to look. */
export function givenUpLetter({ name, workspace, host, offReason, href }: GivenUp): Letter {
  const t = createTranslator({ locale: "en", messages: { webhooks }, namespace: "webhooks" });
  return {
    subject: t("mailGivenUpSubject", { host }),
    paragraphs: [
      t("mailGreeting", { name }),
      t(offReason === "gone" ? "mailGone" : "mailDeadEnd", { host, workspace }),
      t("mailGivenUpWay"),
    ],
    link: { label: t("mailGivenUpLink"), href },
    reason: t("mailGivenUpReason", { workspace }),
  };
}
