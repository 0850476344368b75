/** The source of what members write down themselves. */
export const BY_HAND = { name: "By hand", kind: "service_log" } as const;

/** The outcome of a contact in which a customer was thanked. */
export const THANKED = "thanked";

/** For so long what a member wrote down can be taken back. */
export const TAKE_BACK_MS = 3_600_000;
