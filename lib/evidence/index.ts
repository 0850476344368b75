export { clearExcerpts } from "./commands/clear-excerpts.ts";
export { forgetFiles } from "./commands/forget-files.ts";
export { keepFile } from "./commands/keep-file.ts";
export { linkEvidence, memberOf } from "./commands/link-evidence.ts";
export { linkStatistic } from "./commands/link-statistic.ts";
export { type Unlinked, unlinkEvidence } from "./commands/unlink-evidence.ts";
export { countEvidence } from "./queries/count-evidence.ts";
export { importLoss, interviewLoss } from "./queries/evidence-loss.ts";
export { listEvidence } from "./queries/list-evidence.ts";
export { readEvidenceFile } from "./queries/read-file.ts";
export { type EvidencePanel, findEvidencePanel } from "./queries/read-panel.ts";
export {
  EVIDENCE_COLUMNS,
  exportEvidence,
  getEvidenceRecord,
  listEvidenceRecords,
} from "./queries/records.ts";
export {
  EvidenceFilter,
  EvidenceRecord,
  FileEvidence,
  LinkEvidence,
  LinkStatistic,
  UnlinkEvidence,
} from "./schema.ts";
