package gmrl.atari.mini;

import java.util.Arrays;

/** A chicken that crosses eight lanes; each crossing is worth 1, and only a clock ends the game. */
final class Freeway extends Rules {
  private static final int CHICKEN = 0;
  private static final int CAR = 1;
  private static final int LANES = 8;
  private static final int FIRST_ROW = 1;
  private static final int COLUMN = 4;
  private static final int START = SIZE - 1;
  private static final int REST = 3;
  private static final int FASTEST = 5;

  /** One bit for each speed, 1 … 5. */
  private static final int SPEEDS = 0b111110;

  /** Subtracted from a car's timer, and from the clock. */
  private final int early;

  /** Whether the clock counts as an end of the game and not as a time limit. */
  private final boolean endsByItself;

  private int row;
  private int rest;
  private int clock;
  private final int[] columns = new int[LANES];
  private final int[] timers = new int[LANES];
  private final int[] speeds = new int[LANES];

  Freeway(MiniatureSettings settings) {
    this.early = settings.compatible() ? 0 : 1;
    this.endsByItself = settings.compatible();
  }

  @Override
  void reset(Chance chance) {
    over = false;
    Arrays.fill(columns, 0);
    randomise(chance);
    row = START;
    rest = REST;
    clock = 2500 - early;
  }

  private void randomise(Chance chance) {
    for (int i = 0; i < LANES; i++) {
      speeds[i] = chance.pick(Draw.CAR_SPEED, SPEEDS);
      timers[i] = speeds[i] - early;
    }
    for (int i = 0; i < LANES; i++) {
      if (chance.happens(Draw.CAR_TO_LEFT, .5)) {
        speeds[i] = -speeds[i];
      }
    }
  }

  @Override
  int step(int action, Chance chance) {
    if ((action == UP || action == DOWN) && rest == 0) {
      rest = REST;
      row = clamp(row + action - 3, 0, SIZE - 1);
    }
    int reward = 0;
    if (row == 0) {
      reward = 1;
      randomise(chance);
      row = START;
    }
    for (int i = 0; i < LANES; i++) {
      meet(i);
      if (timers[i] == 0) {
        timers[i] = Math.abs(speeds[i]) - early;
        columns[i] = wrapped(columns[i] + Integer.signum(speeds[i]));
        meet(i);
      } else {
        timers[i]--;
      }
    }
    if (rest > 0) {
      rest--;
    }
    clock--;
    over = clock < 0;
    return reward;
  }

  private void meet(int lane) {
    if (row == lane + FIRST_ROW && columns[lane] == COLUMN) {
      row = START;
    }
  }

  private static int wrapped(int column) {
    return column < 0 ? column + SIZE : column >= SIZE ? column - SIZE : column;
  }

  @Override
  boolean outOfTime() {
    return over && !endsByItself;
  }

  @Override
  void draw(Picture to) {
    to.light(row, COLUMN, CHICKEN);
    for (int i = 0; i < LANES; i++) {
      to.light(i + FIRST_ROW, columns[i], CAR);
      int behind = wrapped(columns[i] - Integer.signum(speeds[i]));
      to.light(i + FIRST_ROW, behind, CAR + Math.abs(speeds[i]));
    }
  }

  @Override
  void visit(Fields fields) {
    row = fields.number("chickenRow", row, 0, SIZE - 1);
    rest = fields.number("moveT", rest, 0, REST);
    clock = fields.number("clock", clock, -1, 2500);
    for (int i = 0; i < LANES; i++) {
      String car = "cars[" + i + "]";
      columns[i] = fields.number(car + "[0]", columns[i], 0, SIZE - 1);
      timers[i] = fields.number(car + "[1]", timers[i], 0, FASTEST);
      speeds[i] = fields.number(car + "[2]", speeds[i], -FASTEST, FASTEST);
    }
  }
}
