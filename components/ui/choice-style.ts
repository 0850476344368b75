/** A choice and its words: 44 px high for a thumb, 32 from 640 px up. */
export const CHOICE =
  "group/choice flex min-h-11 w-fit cursor-pointer items-start gap-2 py-3 text-sm data-[disabled]:cursor-default " +
  "data-[disabled]:opacity-50 data-[readonly]:cursor-default sm:min-h-8 sm:py-1.5";

/** The mark of a choice: hairline to 3:1, filled when chosen, red when the choice is bad. */
export const CHOICE_MARK =
  "mt-0.5 grid size-4 shrink-0 place-items-center border border-control bg-surface text-transparent " +
  "transition-[background-color] outline-focus group-has-[:focus-visible]/choice:outline-2 " +
  "group-has-[:focus-visible]/choice:outline-offset-2 group-data-[invalid]/choice:border-bad! " +
  "group-has-[:checked]/choice:border-primary group-has-[:checked]/choice:bg-primary " +
  "group-has-[:checked]/choice:text-on-primary group-data-[readonly]/choice:border-edge! " +
  "group-data-[readonly]/choice:bg-raised! group-has-[:checked]/choice:group-data-[readonly]/choice:text-text!";

/** Under the words of a choice, in line with them. */
export const CHOICE_NOTES = "ps-6 *:first:-mt-2 sm:*:first:-mt-1 has-[*]:pb-1.5";
