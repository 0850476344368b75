import { TickBox } from "./tick-box.tsx";

export type TickListProps = {
  /** What the boxes stand for, read out before the first */
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  selected: readonly string[];
};

/** Any number of a few values, as boxes of a plain form. */
export function TickList({ label, name, options, selected }: TickListProps) {
  return (
    <fieldset className="max-h-80 min-w-0 overflow-y-auto">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
        <label key={option.value} className={ROW}>
          <TickBox
            name={name}
            value={option.value}
            defaultChecked={selected.includes(option.value)}
          />
          <span className="min-w-0 break-words">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const ROW =
  "flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-1 text-xs hover:bg-raised sm:min-h-8";
