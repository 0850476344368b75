export { adoptMapping } from "./commands/adopt-mapping.ts";
export { CommitImport, commitImport } from "./commands/commit-import.ts";
export { ForgetMapping, forgetMapping } from "./commands/forget-mapping.ts";
export { type LinkedRows, linkRows } from "./commands/prepare-chunk.ts";
export { recordHistoryExport } from "./commands/record-history-export.ts";
export { ReviseImport, reviseImport } from "./commands/revise-import.ts";
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
export { CREATABLE, type Creatable } from "./creatable.ts";
export { failImport, runImport } from "./jobs.ts";
export { listOrigins } from "./queries/origins.ts";
export { previewTable } from "./queries/preview-table.ts";
export { isRegisterKind, REGISTERS } from "./queries/registers.ts";
export { findRevision, findSentFile, listReplaced, readSentHead } from "./queries/sent-files.ts";
export { listUnreadValues } from "./queries/unread-values.ts";
export {
  findReading,
  getImport,
  groupKeptRows,
  groupRejects,
  listImports,
  listKeptRows,
  listRejects,
  listSavedMappings,
} from "./queries.ts";
export { type ApiItem, readItem } from "./read-item.ts";
export { UNDO_WINDOW_MS } from "./undo-window.ts";
export type { RegisterKind } from "./usual-source.ts";
