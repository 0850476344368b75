import { z } from "zod";
import {
  DepartmentChange,
  DepartmentRecord,
  NamedDepartment,
  NewDepartment,
} from "#lib/departments/index.ts";
import { PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";

const DEPARTMENT = { name: "Department", schema: DepartmentRecord };
const READ = { scope: "departments:read", permission: "department:read" } as const;
const WRITE = { scope: "departments:write", permission: "department:write" } as const;
const BASE = "/api/v1/departments";
const JSON_BODY = "application/json";

/** Departments have no numbers of other systems: their names tell them apart, so that one can be written by its name. */
export const DEPARTMENTS: readonly Operation[] = [
  {
    ...{ id: "list_departments", method: "GET", path: BASE, tag: "departments" },
    summary: "List departments",
    ...{ access: READ, query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [{ status: 200, words: "A page of departments", shape: pageOf(DEPARTMENT) }],
  },
  {
    ...{ id: "create_departments", method: "POST", path: BASE, tag: "departments" },
    summary: "Make a department; a name that is taken is refused",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NewDepartment", schema: NewDepartment }, media: JSON_BODY },
    answers: [{ status: 201, words: "It was made", shape: DEPARTMENT }],
  },
  {
    ...{ id: "get_departments", method: "GET", path: `${BASE}/{id}`, tag: "departments" },
    summary: "Read one department",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Department", shape: DEPARTMENT }],
  },
  {
    ...{ id: "change_departments", method: "PATCH", path: `${BASE}/{id}`, tag: "departments" },
    summary: "Rename, move, archive or restore a department: the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "DepartmentChange", schema: DepartmentChange }, media: JSON_BODY },
    answers: [{ status: 200, words: "As it is now", shape: DEPARTMENT }],
  },
  {
    ...{ id: "put_departments", method: "PUT", path: `${BASE}/named/{name}`, tag: "departments" },
    summary: "Make the department of that name, or change the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NamedDepartment", schema: NamedDepartment }, media: JSON_BODY },
    answers: [
      { status: 200, words: "It was there", shape: DEPARTMENT },
      { status: 201, words: "It was made", shape: DEPARTMENT },
    ],
  },
];
