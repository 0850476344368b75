export { CommitImport, commitImport } from "./commands/commit-import.ts";
export {
  importUpload,
  type StartedImport,
  type StartImport,
  startImport,
} from "./commands/start-import.ts";
export {
  removeUpload,
  type StoredUpload,
  storeUpload,
} from "./commands/store-upload.ts";
export { UndoImport, undoImport } from "./commands/undo-import.ts";
export { failImport, runImport } from "./jobs.ts";
export { groupKeptRows, listKeptRows } from "./kept-queries.ts";
export { getImport, groupRejects, listImports, listRejects } from "./queries.ts";
