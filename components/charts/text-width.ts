const NARROW = /[iljtfrI.,:;'’|!()[\] ·]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-ZÄÖÜ€&]/;

/** About how wide 12 px Geist runs, px, a little on the safe side; drawings place labels before a browser measures. */
export function textWidth(text: string): number {
  return Math.ceil([...text].reduce((sum, letter) => sum + letterWidth(letter), 0));
}

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 4;
  if (WIDE.test(letter)) return 10.5;
  if (CAPITAL.test(letter)) return 8.4;
  return 7;
}
