import { cx } from "#lib/class-names.ts";

export type AvatarProps = { name: string; size?: "sm" | "md" | "lg" };

const SIZE = { sm: "size-6 text-[11px]", md: "size-7 text-2xs", lg: "size-10 text-sm" };

/** The initials of a person, for the eye only: the name stands beside it or in a label. */
export function Avatar({ name, size = "md" }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-full bg-raised leading-none font-medium inset-ring inset-ring-hairline",
        SIZE[size],
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
