export { addToLedger, listLedger } from "./commands/add-to-ledger.ts";
export { askExport } from "./commands/ask-export.ts";
export { closeWorkspace } from "./commands/close-workspace.ts";
export { ledgerKeyCheck } from "./commands/contact-hmac.ts";
export { erasePerson } from "./commands/erase-person.ts";
export { exportPerson } from "./commands/export-person.ts";
export { reapplyErasures } from "./commands/reapply-erasures.ts";
export { recordExportTaken } from "./commands/record-export-taken.ts";
export { takeBackWorkspace } from "./commands/take-back-workspace.ts";
export { failExport, removeOldExports, runDueDeletions, runExport } from "./jobs.ts";
export {
  countErasures,
  findPeople,
  listClosingWorkspaces,
  listExports,
  readExport,
} from "./queries.ts";
