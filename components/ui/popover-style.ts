/** What floats over a page: hairline, shadow, and a short fade that reduced motion switches off. */
export const POPOVER =
  "rounded-md border border-hairline bg-surface text-text shadow-float transition-opacity " +
  "data-[entering]:opacity-0 data-[exiting]:opacity-0";

/** One line of a menu or a list of options. */
export const OPTION =
  "flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-xs outline-none " +
  "data-[focused]:bg-raised data-[selected]:font-medium data-[disabled]:opacity-50 sm:min-h-8 " +
  "forced-color-adjust-none forced-colors:data-[focused]:bg-primary forced-colors:data-[focused]:text-on-primary";
