import { createTranslator } from "next-intl";
import account from "#lib/format/messages/en/account.json";
import type { Letter } from "#lib/mail/types.ts";

const translator = () =>
  createTranslator({ locale: "en", messages: { account }, namespace: "account" });

/** Asks whether the address is read by the person who signed up. */
export function verificationLetter(name: string, href: string): Letter {
  const t = translator();
  return {
    subject: t("mailVerifySubject"),
    paragraphs: [t("mailGreeting", { name }), t("mailVerifyText"), t("mailVerifyEnds")],
    link: { label: t("mailVerifyLink"), href },
    reason: t("mailVerifyReason"),
  };
}

/** Brings the link to choose a new password. */
export function resetLetter(name: string, href: string): Letter {
  const t = translator();
  return {
    subject: t("mailResetSubject"),
    paragraphs: [t("mailGreeting", { name }), t("mailResetText"), t("mailResetEnds")],
    link: { label: t("mailResetLink"), href },
    reason: t("mailResetReason"),
  };
}

/** Tells that a provider opens the account from now on, so that a stranger's link is noticed. */
export function identityLinkedLetter(name: string, provider: string, href: string): Letter {
  const t = translator();
  return {
    subject: t("mailLinkedSubject", { provider }),
    paragraphs: [
      t("mailGreeting", { name }),
      t("mailLinkedText", { provider }),
      t("mailLinkedStranger"),
    ],
    link: { label: t("mailChangedLink"), href },
    reason: t("mailChangedReason"),
  };
}

/** Tells that the password is another now, so that a stranger's change is noticed. */
export function passwordChangedLetter(name: string, href: string): Letter {
  const t = translator();
  return {
    subject: t("mailChangedSubject"),
    paragraphs: [t("mailGreeting", { name }), t("mailChangedText"), t("mailChangedStranger")],
    link: { label: t("mailChangedLink"), href },
    reason: t("mailChangedReason"),
  };
}
