export type DomainErrorCode =
  | "not_found"
  | "forbidden"
  | "unauthenticated"
  | "conflict"
  | "stale"
  | "invalid_input"
  | "too_many_requests"
  | "unavailable";

/** Extra facts for the screen or the API: bad fields, or seconds to wait. */
export type DomainErrorDetail = {
  fields?: Record<string, string[]>;
  retryAfterSeconds?: number;
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
