import {
  Database,
  Ear,
  Gem,
  HeartHandshake,
  House,
  IdCard,
  type LucideIcon,
  Search,
  Settings,
  Shapes,
  Users,
} from "lucide-react";
import type { NavEntry } from "./nav-entries.ts";

const ICONS: Record<NavEntry["key"], LucideIcon> = {
  home: House,
  lookup: Search,
  customers: Users,
  segments: Shapes,
  needs: HeartHandshake,
  personae: IdCard,
  listening: Ear,
  value: Gem,
  data: Database,
  settings: Settings,
};

export type NavIconProps = { entry: NavEntry["key"] };

/** The picture of a section. */
export function NavIcon({ entry }: NavIconProps) {
  const Icon = ICONS[entry];
  return <Icon />;
}
