export { raiseSettingsVersion } from "./commands/change-settings.ts";
export { renameWorkspace } from "./commands/rename-workspace.ts";
export { setCurrency } from "./commands/set-currency.ts";
export { setFormats } from "./commands/set-formats.ts";
export { setRates } from "./commands/set-rates.ts";
export { setRetention } from "./commands/set-retention.ts";
export { SettingsVersion } from "./fields.ts";
export { getSettings, getSetupProgress, hasAmounts } from "./queries.ts";
export { RenameWorkspace, SetCurrency, SetFormats, SetRates, SetRetention } from "./schema.ts";
