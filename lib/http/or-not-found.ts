import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "#lib/errors/index.ts";

/** For a page about one thing: what is not there, or is another workspace's, is the same 404. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    throw error;
  }
}
