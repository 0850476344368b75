export { recordSignalExport } from "./commands/record-signal-export.ts";
export { exportSignals, SIGNAL_COLUMNS } from "./queries/export-signals.ts";
export { listSignals, listSignalsOf, listSignalsOfSegment } from "./queries/list-signals.ts";
export { listNpsBySegment, npsOfAll, type SegmentNps } from "./queries/nps-by-segment.ts";
export { SIGNAL_RECORDS } from "./queries/records.ts";
export { SIGNALS } from "./queries/register.ts";
export { SignalItem, SignalRecord } from "./schema.ts";
