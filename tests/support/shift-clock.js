// Preload of a child process whose clock is wrong by CLOCK_SHIFT_MS: everything that asks Date gets another time.
const TrueDate = Date;
const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);

class ShiftedDate extends TrueDate {
  constructor(...given) {
    super(...(given.length === 0 ? [TrueDate.now() + shiftMs] : given));
  }

  static now() {
    return TrueDate.now() + shiftMs;
  }
}

globalThis.Date = ShiftedDate;
