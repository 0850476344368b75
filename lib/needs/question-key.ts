import { z } from "zod";

const UUID_LENGTH = 36;

/** A question of a source. */
export type AskedQuestion = { sourceId: string; question: string };

/** How a form names a question: encoded, for a browser would send other line ends than it was given. */
export function questionKey({ sourceId, question }: AskedQuestion): string {
  return `${sourceId}.${encodeURIComponent(question)}`;
}

/** The question of a key; null where it is none. */
export function parseQuestionKey(key: string): AskedQuestion | null {
  const sourceId = key.slice(0, UUID_LENGTH);
  const question = decoded(key.slice(UUID_LENGTH + 1));
  if (!question || !z.uuid().safeParse(sourceId).success) return null;
  return { sourceId, question };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text).replaceAll("\0", "");
  } catch {
    return null;
  }
}
