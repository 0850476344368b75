import { getRequestConfig } from "next-intl/server";
import { isPseudoLocale } from "#lib/http/pseudo-locale.ts";
import account from "./messages/en/account.json";
import acquisition from "./messages/en/acquisition.json";
import audit from "./messages/en/audit.json";
import bridge from "./messages/en/bridge.json";
import charts from "./messages/en/charts.json";
import common from "./messages/en/common.json";
import customers from "./messages/en/customers.json";
import design from "./messages/en/design.json";
import duplicates from "./messages/en/duplicates.json";
import errors from "./messages/en/errors.json";
import evidence from "./messages/en/evidence.json";
import home from "./messages/en/home.json";
import imports from "./messages/en/imports.json";
import lifetime from "./messages/en/lifetime.json";
import lifetimeHelp from "./messages/en/lifetimeHelp.json";
import listening from "./messages/en/listening.json";
import lists from "./messages/en/lists.json";
import lookup from "./messages/en/lookup.json";
import mail from "./messages/en/mail.json";
import needs from "./messages/en/needs.json";
import operations from "./messages/en/operations.json";
import people from "./messages/en/people.json";
import personae from "./messages/en/personae.json";
import protection from "./messages/en/protection.json";
import records from "./messages/en/records.json";
import reference from "./messages/en/reference.json";
import segmentation from "./messages/en/segmentation.json";
import segments from "./messages/en/segments.json";
import settings from "./messages/en/settings.json";
import shell from "./messages/en/shell.json";
import signIn from "./messages/en/signIn.json";
import sources from "./messages/en/sources.json";
import suggestions from "./messages/en/suggestions.json";
import targeting from "./messages/en/targeting.json";
import tiers from "./messages/en/tiers.json";
import ui from "./messages/en/ui.json";
import value from "./messages/en/value.json";
import watchlist from "./messages/en/watchlist.json";
import webhooks from "./messages/en/webhooks.json";
import { pseudoMessages } from "./pseudo-locale.ts";
import { unbrokenMessages } from "./unbroken-messages.ts";

const messages = {
  account,
  acquisition,
  audit,
  bridge,
  charts,
  common,
  customers,
  design,
  duplicates,
  errors,
  evidence,
  home,
  imports,
  lifetime,
  lifetimeHelp,
  listening,
  lists,
  lookup,
  mail,
  needs,
  operations,
  people,
  personae,
  protection,
  records,
  reference,
  segmentation,
  segments,
  settings,
  shell,
  signIn,
  sources,
  suggestions,
  targeting,
  tiers,
  ui,
  value,
  watchlist,
  webhooks,
};

// A key that no file holds is a compile error.
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof messages;
  }
}

const shown = unbrokenMessages(messages);

/** The words of every request: English, without a locale in the path. Days and amounts carry their own zone. */
// biome-ignore lint/style/noDefaultExport: next-intl looks for the default export of this file
export default getRequestConfig(async () => ({
  locale: "en",
  timeZone: "UTC",
  messages: (await isPseudoLocale()) ? pseudoMessages(shown) : shown,
}));
