/** A stretch of days in which a customer is or was in a segment that is a list: YYYY-MM-DD, the last one excluded; null while it lasts. */
export type ListMembership = {
  segmentId: string;
  validFrom: string;
  validTo: string | null;
};
