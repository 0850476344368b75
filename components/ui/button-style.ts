import { cx } from "#lib/class-names.ts";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Square, for an icon alone: the button then needs an aria-label. */
  isIcon?: boolean | undefined;
  className?: string | undefined;
};

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    "border-primary bg-primary text-on-primary forced-color-adjust-none enabled-hover:opacity-90 [&_.lucide]:text-current",
  default: "border-edge bg-surface enabled-hover:bg-canvas [&_.lucide]:text-muted",
  danger:
    "border-bad bg-bad text-on-primary enabled-hover:opacity-90 [&_.lucide]:text-current " +
    "forced-color-adjust-none forced-colors:border-primary forced-colors:bg-primary",
  quiet: "border-transparent text-muted enabled-hover:bg-raised enabled-hover:text-text",
};

// 44 px for a thumb, and long words on two lines; the design's own height from 640 px up.
const SIZE: Record<ButtonSize, string> = {
  sm: "min-h-11 px-3 py-1 text-xs sm:h-7 sm:min-h-0 sm:px-2 sm:py-0",
  md: "min-h-11 px-3 py-1 sm:h-8 sm:min-h-0 sm:py-0",
  lg: "min-h-11 px-4 py-1 sm:h-(--field-lg) sm:min-h-0 sm:py-0",
};

const SQUARE: Record<ButtonSize, string> = {
  sm: "size-11 sm:size-7",
  md: "size-11 sm:size-8",
  lg: "size-11 sm:size-(--field-lg)",
};

/** How every button, and every link that looks like one, is drawn. */
export function buttonStyle({ variant = "default", size = "md", isIcon, className }: ButtonLook) {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium",
    "max-w-full transition-[background-color,opacity] disabled:opacity-50 max-sm:wrap-anywhere sm:whitespace-nowrap",
    VARIANT[variant],
    isIcon ? SQUARE[size] : SIZE[size],
    className,
  );
}
