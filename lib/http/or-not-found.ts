import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "#lib/errors/index.ts";

const ABSENT: ReadonlySet<string> = new Set(["not_found", "invalid_input"]);

/** For a page: what is not there, is another workspace's, or is no address at all, is the same 404. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && ABSENT.has(error.code)) notFound();
    throw error;
  }
}
