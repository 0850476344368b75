/** A row of tabs over a hairline; it scrolls where it is too long. */
export const TAB_ROW =
  "flex gap-6 overflow-x-auto border-b border-hairline [scrollbar-width:none] max-sm:-mx-4 max-sm:px-4";

/** One tab: 2 px under the chosen one. */
export const TAB =
  "flex h-11 shrink-0 cursor-pointer items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap " +
  "text-muted outline-focus hover:text-text focus-visible:-outline-offset-2 data-[disabled]:cursor-default " +
  "data-[disabled]:opacity-50 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 sm:h-10 " +
  "aria-[current]:border-primary aria-[current]:text-text data-[selected]:border-primary " +
  "data-[selected]:text-text forced-colors:border-canvas forced-colors:aria-[current]:border-primary " +
  "forced-colors:data-[selected]:border-primary";
