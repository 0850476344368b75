import type { Role } from "#lib/auth/permissions.ts";

export type DemoMember = {
  email: string;
  name: string;
  role: Role;
  departments: readonly string[];
};

/** A department of the demo, after the one it lies under. */
export type DemoDepartment = {
  name: string;
  under?: string;
  /** The address of who answers for it */
  head?: string;
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

/** At least one member per role; Ada Owens and Ingrid Solheim belong to both workspaces. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  {
    email: "ingrid@alderfinch.example",
    name: "Ingrid Solheim",
    role: "cx_manager",
    departments: ["Customer experience"],
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
    departments: ["Service desk"],
  },
  { email: "noor@alderfinch.example", name: "Noor Aziz", role: "auditor", departments: [] },
  {
    email: "priya@alderfinch.example",
    name: "Priya Nair",
    role: "department_head",
    departments: ["Operations", "Warehouse and shipping"],
  },
  {
    email: "lukas@alderfinch.example",
    name: "Lukas Weber",
    role: "department_head",
    departments: ["Sales", "Online shop"],
  },
];

/** Where things are done at Alder & Finch, and who answers for it. */
export const DEMO_DEPARTMENTS: readonly DemoDepartment[] = [
  { name: "Customer experience", head: "ingrid@alderfinch.example" },
  { name: "Sales", head: "lukas@alderfinch.example" },
  { name: "Online shop", under: "Sales", head: "lukas@alderfinch.example" },
  { name: "Showrooms", under: "Sales" },
  { name: "Operations", head: "priya@alderfinch.example" },
  { name: "Purchasing", under: "Operations" },
  {
    name: "Warehouse and shipping",
    under: "Operations",
    head: "priya@alderfinch.example",
  },
  { name: "Service and repairs", head: "marek@alderfinch.example" },
  { name: "Service desk", under: "Service and repairs", head: "marek@alderfinch.example" },
  { name: "Workshop", under: "Service and repairs" },
  { name: "Billing", head: "helena@alderfinch.example" },
];

export const EMPTY_WORKSPACE_MEMBERS: readonly DemoMember[] = DEMO_MEMBERS.filter(
  ({ role }) => role === "cx_manager",
);
