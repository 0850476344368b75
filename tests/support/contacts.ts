import type { Random } from "#lib/stats/create-random.ts";

/** Contacts of 5 or 10, at random, in so many weeks. */
export function contactsOf(random: Random, rate: number, weeks: number) {
  let [cost, squares] = [0, 0];
  for (let time = 0; ; ) {
    time -= Math.log(random()) / rate;
    if (!(time <= weeks)) return { cost, squares };
    const each = random() < 0.5 ? 5 : 10;
    cost += each;
    squares += each ** 2;
  }
}
