export { changeInterview } from "./commands/change-interview.ts";
export { cutEvidence } from "./commands/cut-evidence.ts";
export { deleteInterview } from "./commands/delete-interview.ts";
export { recordInterview } from "./commands/record-interview.ts";
export { getInterview, listCutTargets, listInterviews } from "./queries/interviews.ts";
export { ChangeInterview, CutEvidence, RecordInterview, SeenInterview } from "./schema.ts";
