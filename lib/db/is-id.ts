import { z } from "zod";

/** Whether a text can be the id of a row: Postgres refuses to compare another one with an id. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
