export { findOpenComplaints } from "./queries/open-complaints.ts";
export { COMPLAINT_RECORDS } from "./queries/records.ts";
export { COMPLAINTS } from "./queries/register.ts";
export { ComplaintItem, ComplaintRecord } from "./schema.ts";
