import type { CardComplaint, CardContact, CustomerCard } from "./types.ts";

/** What to say first to a customer, from what is recorded and promised; money and advice are never in it. */
export type NextSentence =
  /** They wait for an answer: what about, since when, and the promise; `hoursLeft` is null where no tier promises one */
  | {
      kind: "waiting";
      subject: string | null;
      receivedOn: string;
      hoursLeft: number | null;
      promisedHours: number | null;
    }
  /** Nothing is open: what was spoken about last */
  | { kind: "spoken"; text: string; occurredOn: string };

/** The open complaint whose promise runs out first, else the last contact with words; null where there is neither. */
export function nextSentence(
  card: Pick<CustomerCard, "complaints" | "contacts" | "standing">,
): NextSentence | null {
  const waiting = card.complaints.toSorted(byUrgency).at(0);
  if (waiting) {
    const { subject, receivedOn, hoursLeft } = waiting;
    const tier = typeof card.standing === "string" ? null : card.standing.tier;
    const promisedHours = hoursLeft === null ? null : (tier?.responseHours ?? null);
    return { kind: "waiting", subject, receivedOn, hoursLeft, promisedHours };
  }
  const spoken = card.contacts.find(isSpoken);
  return spoken ? { kind: "spoken", text: spoken.text, occurredOn: spoken.occurredOn } : null;
}

function byUrgency(one: CardComplaint, other: CardComplaint): number {
  return (one.hoursLeft ?? Number.MAX_SAFE_INTEGER) - (other.hoursLeft ?? Number.MAX_SAFE_INTEGER);
}

function isSpoken(contact: CardContact): contact is CardContact & { text: string } {
  return contact.kind === "interaction" && !contact.isThanks && contact.text !== null;
}
