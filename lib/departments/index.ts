export { addToDepartment } from "./commands/add-to-department.ts";
export { archiveDepartment } from "./commands/archive-department.ts";
export { changeDepartment } from "./commands/change-department.ts";
export { createDepartment } from "./commands/create-department.ts";
export { lockDepartments } from "./commands/lock-departments.ts";
export { lockMembership, writeMembership } from "./commands/membership.ts";
export { moveDepartment } from "./commands/move-department.ts";
export { putDepartment } from "./commands/put-department.ts";
export { removeFromDepartment } from "./commands/remove-from-department.ts";
export { renameDepartment } from "./commands/rename-department.ts";
export { restoreDepartment } from "./commands/restore-department.ts";
export { setHead } from "./commands/set-head.ts";
export {
  getDepartment,
  getDepartmentRecord,
  listActivePeople,
  listDepartmentRecords,
  listDepartments,
  listOwnDepartments,
} from "./queries.ts";
export {
  CreateDepartment,
  DepartmentByName,
  DepartmentChange,
  DepartmentMember,
  DepartmentRecord,
  MoveDepartment,
  NamedDepartment,
  NewDepartment,
  RenameDepartment,
  SeenDepartment,
  SetHead,
} from "./schema.ts";
