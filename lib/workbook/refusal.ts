/** Why a workbook cannot be read, in a sentence for a person. */
export class Refusal extends Error {}

export const NO_WORKBOOK =
  "This is not a workbook that can be read. Save it as .xlsx or CSV and send it again.";
export const TOO_LARGE =
  "The workbook unpacks to more than 256 MB. Save the sheet as CSV and send that.";
