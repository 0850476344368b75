import { type ClassValue, clsx } from "clsx";

/** Joins class names, leaving out what is false, null or undefined. */
export function cx(...names: ClassValue[]): string {
  return clsx(names);
}
