import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { env } from "#lib/env.ts";

export default async function DesignPage() {
  await connection();
  if (!env().DESIGN_PAGES) notFound();
  redirect("/design/foundations");
}
