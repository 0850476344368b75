export type DomainErrorCode =
  | "not_found"
  | "forbidden"
  | "unauthenticated"
  | "conflict"
  | "stale"
  | "invalid_input"
  | "too_large"
  | "too_many_requests"
  | "unavailable";

/** What somebody else wrote meanwhile, for a `stale` write. The instant is ISO 8601 in UTC; null where the log tells no more. */
export type Conflict = {
  current: string;
  changedBy: string | null;
  changedAt: string | null;
};

/** Extra facts for the screen or the API: bad fields, seconds to wait and the uses that a limit allows, or what stands there now. */
export type DomainErrorDetail = {
  fields?: Record<string, string[]>;
  retryAfterSeconds?: number;
  limit?: number;
  conflict?: Conflict;
};

/** What a person can act on. Every other error is a defect: let it reach error.tsx and the log. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly detail: DomainErrorDetail;

  constructor(code: DomainErrorCode, message: string, detail: DomainErrorDetail = {}) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.detail = detail;
  }
}
