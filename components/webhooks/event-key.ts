import type { WebhookEvent } from "#lib/webhooks/types.ts";

type KeyOf<Event extends string> = Event extends `${infer Group}.${infer What}`
  ? `${Group}_${What}`
  : never;

/** The key of an event's words: a dot in it would lead into an object of words. */
export function eventKey(event: WebhookEvent): KeyOf<WebhookEvent> {
  switch (event) {
    case "import.finished":
      return "import_finished";
    case "import.undone":
      return "import_undone";
    case "customer.merged":
      return "customer_merged";
    case "signals.written":
      return "signals_written";
    case "complaints.written":
      return "complaints_written";
    case "interactions.written":
      return "interactions_written";
  }
}
