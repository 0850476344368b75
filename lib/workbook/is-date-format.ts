/** Numbers of formats that every workbook has: days and times, those of East Asian and Thai versions too. */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
/** Parts of a day or a time, and no digit of a number. */
const PART = /^(?:s{1,2}|m{1,5}|h{1,2}|[ap]m?|d{1,4}|a{3,5}|y|yy|yyyy|e|ee|eeee)$/;

/** Whether a number format shows a day or a time: by its number, or by its code such as "d. mmm yyyy". */
export function isDateFormat(id: number, code: string): boolean {
  if (BUILT_IN.some(([first, last]) => id >= first && id <= last)) return true;
  return code.toLowerCase().replace(/;@$/, "").replaceAll(/\\./g, " ").split(";").some(showsDay);
}

function showsDay(part: string): boolean {
  const parts = part
    .replaceAll(/"[^"]*"/g, " ")
    .replaceAll(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, "$1")
    .replaceAll(/\[([smhd]{1,2})\]/g, "$1")
    .replaceAll(/\[[^\]]*\]/g, "")
    .split(/[^a-z0#?%]+/)
    .filter(Boolean);
  return parts.length > 0 && parts.every((each) => PART.test(each));
}
