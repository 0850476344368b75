import { getRequestConfig } from "next-intl/server";
import { isPseudoLocale } from "#lib/http/pseudo-locale.ts";
import account from "./messages/en/account.json";
import audit from "./messages/en/audit.json";
import charts from "./messages/en/charts.json";
import common from "./messages/en/common.json";
import customers from "./messages/en/customers.json";
import design from "./messages/en/design.json";
import duplicates from "./messages/en/duplicates.json";
import errors from "./messages/en/errors.json";
import home from "./messages/en/home.json";
import imports from "./messages/en/imports.json";
import lifetime from "./messages/en/lifetime.json";
import listening from "./messages/en/listening.json";
import lists from "./messages/en/lists.json";
import lookup from "./messages/en/lookup.json";
import mail from "./messages/en/mail.json";
import operations from "./messages/en/operations.json";
import people from "./messages/en/people.json";
import protection from "./messages/en/protection.json";
import records from "./messages/en/records.json";
import reference from "./messages/en/reference.json";
import settings from "./messages/en/settings.json";
import shell from "./messages/en/shell.json";
import signIn from "./messages/en/signIn.json";
import sources from "./messages/en/sources.json";
import tiers from "./messages/en/tiers.json";
import ui from "./messages/en/ui.json";
import value from "./messages/en/value.json";
import webhooks from "./messages/en/webhooks.json";
import { pseudoMessages } from "./pseudo-locale.ts";

const messages = {
  account,
  audit,
  charts,
  common,
  customers,
  design,
  duplicates,
  errors,
  home,
  imports,
  lifetime,
  listening,
  lists,
  lookup,
  mail,
  operations,
  people,
  protection,
  records,
  reference,
  settings,
  shell,
  signIn,
  sources,
  tiers,
  ui,
  value,
  webhooks,
};

// A key that no file holds is a compile error.
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof messages;
  }
}

/** The words of every request: English, without a locale in the path. Days and amounts carry their own zone. */
// biome-ignore lint/style/noDefaultExport: next-intl looks for the default export of this file
export default getRequestConfig(async () => ({
  locale: "en",
  timeZone: "UTC",
  messages: (await isPseudoLocale()) ? pseudoMessages(messages) : messages,
}));
