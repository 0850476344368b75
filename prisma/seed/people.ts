import type { Role } from "#lib/auth/permissions.ts";

export type DemoMember = {
  email: string;
  name: string;
  role: Role;
  departments: readonly string[];
};

/** Everybody in the demo signs in with it; it is printed at every start. */
export const DEMO_PASSWORD = "throughline-demo";

/** The invented company the demo shows. */
export const DEMO_WORKSPACE = {
  slug: "alder-finch",
  name: "Alder & Finch",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "en",
} as const;

/** A second, empty one: what a new customer sees, and something to switch to. */
export const EMPTY_WORKSPACE = {
  slug: "brook-vale",
  name: "Brook & Vale",
  currency: "GBP",
  timeZone: "Europe/London",
  locale: "en-GB",
} as const;

export const DEMO_OWNER: DemoMember = {
  email: "ada@alderfinch.example",
  name: "Ada Owens",
  role: "owner",
  departments: [],
};

/** One member per role; Ada Owens and Ingrid Solheim belong to both workspaces. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  {
    email: "ingrid@alderfinch.example",
    name: "Ingrid Solheim",
    role: "cx_manager",
    departments: [],
  },
  {
    email: "marek@alderfinch.example",
    name: "Marek Dvorak",
    role: "department_head",
    departments: ["Service and repairs"],
  },
  { email: "helena@alderfinch.example", name: "Helena Brandt", role: "executive", departments: [] },
  {
    email: "tomas@alderfinch.example",
    name: "Tomas Lind",
    role: "frontline",
    departments: ["Service and repairs"],
  },
  { email: "noor@alderfinch.example", name: "Noor Aziz", role: "auditor", departments: [] },
];

export const EMPTY_WORKSPACE_MEMBERS: readonly DemoMember[] = DEMO_MEMBERS.filter(
  ({ role }) => role === "cx_manager",
);
