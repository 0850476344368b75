/** Why somebody needs a phone number: words of ours, so that the log holds nothing personal. */
export const PHONE_REASONS = ["call_back", "delivery", "check_identity", "other"] as const;
