export { bringBackInterview } from "./commands/bring-back-interview.ts";
export { changeInterview } from "./commands/change-interview.ts";
export { cutEvidence } from "./commands/cut-evidence.ts";
export { deleteInterview } from "./commands/delete-interview.ts";
export { recordInterview } from "./commands/record-interview.ts";
export { exportInterviews, INTERVIEW_COLUMNS } from "./queries/export-interviews.ts";
export { getInterview, listCutTargets, listInterviews } from "./queries/interviews.ts";
export { getInterviewRecord } from "./queries/records.ts";
export {
  BringBackInterview,
  ChangeInterview,
  CutEvidence,
  DeleteInterview,
  InterviewRecord,
  InterviewSummary,
  RecordInterview,
} from "./schema.ts";
