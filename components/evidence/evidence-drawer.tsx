"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Drawer } from "#components/ui/drawer.tsx";

export type EvidenceDrawerProps = {
  title: string;
  overline: string;
  /** The page without the drawer */
  closeHref: string;
  children: ReactNode;
};

/** The drawer of an address: closing it goes to the page without it. */
export function EvidenceDrawer({ closeHref, ...drawer }: EvidenceDrawerProps) {
  const router = useRouter();
  return <Drawer {...drawer} isOpen onClose={() => router.push(closeHref, { scroll: false })} />;
}
