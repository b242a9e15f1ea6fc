package gmrl.atari.mini;

import java.util.Arrays;

/** A block of aliens that sidles down and fires, and a cannon; each alien is worth 1. */
final class SpaceInvaders extends Rules {
  private static final int CANNON = 0;
  private static final int ALIEN = 1;
  private static final int ALIEN_LEFT = 2;
  private static final int ALIEN_RIGHT = 3;
  private static final int FRIENDLY_BULLET = 4;
  private static final int ENEMY_BULLET = 5;
  private static final int BOTTOM = SIZE - 1;
  private static final int ALIEN_ROWS = 4;
  private static final int ALIEN_COLUMNS = 0b0011111100;
  private static final int FULL = (1 << SIZE) - 1;
  private static final int SLOWEST = 12;
  private static final int FASTEST = 6;
  private static final int ENEMY_RELOAD = 10;
  private static final int RELOAD = 5;

  private final boolean ramping;
  private final boolean rowsCount;

  private int cannon;
  private int heading;
  private int moveInterval;
  private int moveTimer;
  private int gunTimer;
  private int shotTimer;
  private int level;

  /** Sets of cells: one number per row, one bit per column. */
  private final int[] aliens = new int[SIZE];

  private final int[] shots = new int[SIZE];
  private final int[] bombs = new int[SIZE];

  SpaceInvaders(MiniatureSettings settings) {
    this.ramping = settings.ramping();
    this.rowsCount = !settings.compatible();
  }

  @Override
  void reset(Chance chance) {
    over = false;
    cannon = 5;
    heading = -1;
    moveInterval = SLOWEST;
    moveTimer = SLOWEST;
    gunTimer = ENEMY_RELOAD;
    shotTimer = 0;
    level = 0;
    Arrays.fill(shots, 0);
    Arrays.fill(bombs, 0);
    refill();
  }

  private void refill() {
    for (int r = 0; r < SIZE; r++) {
      aliens[r] = r < ALIEN_ROWS ? ALIEN_COLUMNS : 0;
    }
  }

  @Override
  int step(int action, Chance chance) {
    if (action == FIRE && shotTimer == 0) {
      shots[BOTTOM] |= 1 << cannon;
      shotTimer = RELOAD;
    } else if (action == LEFT || action == RIGHT) {
      cannon = clamp(cannon + action - 2, 0, SIZE - 1);
    }
    System.arraycopy(shots, 1, shots, 0, SIZE - 1);
    shots[BOTTOM] = 0;
    System.arraycopy(bombs, 0, bombs, 1, SIZE - 1);
    bombs[0] = 0;
    over |= (bombs[BOTTOM] >> cannon & 1) != 0;
    overrun();
    if (moveTimer == 0) {
      march();
      overrun();
    }
    if (gunTimer == 0) {
      gunTimer = ENEMY_RELOAD;
      fire();
    }
    int reward = hits();
    if (shotTimer > 0) {
      shotTimer--;
    }
    moveTimer--;
    gunTimer--;
    if (occupied() == 0) {
      if (ramping && moveInterval > FASTEST) {
        moveInterval--;
        level++;
      }
      refill();
    }
    return reward;
  }

  private void overrun() {
    over |= (aliens[BOTTOM] >> cannon & 1) != 0;
  }

  private void march() {
    int count = 0;
    for (int r = 0; r < SIZE; r++) {
      count += Integer.bitCount(aliens[r]);
    }
    moveTimer = Math.min(count, moveInterval);
    int edge = heading < 0 ? 1 : 1 << (SIZE - 1);
    if ((occupied() & edge) != 0) {
      heading = -heading;
      int wrapped = aliens[BOTTOM];
      over |= wrapped != 0;
      System.arraycopy(aliens, 0, aliens, 1, SIZE - 1);
      aliens[0] = wrapped;
    } else {
      for (int r = 0; r < SIZE; r++) {
        aliens[r] = heading < 0 ? aliens[r] >> 1 : aliens[r] << 1;
      }
    }
  }

  private int occupied() {
    int columns = 0;
    for (int r = 0; r < SIZE; r++) {
      columns |= aliens[r];
    }
    return columns;
  }

  private void fire() {
    int best = Integer.MAX_VALUE;
    int row = 0;
    int column = 0;
    for (int left = occupied(); left != 0; left &= left - 1) {
      int c = Integer.numberOfTrailingZeros(left);
      int r = lowest(c);
      int distance = Math.abs(c - cannon) + (rowsCount ? BOTTOM - r : 0);
      if (distance < best) {
        best = distance;
        row = r;
        column = c;
      }
    }
    bombs[row] |= 1 << column;
  }

  private int lowest(int column) {
    int r = BOTTOM;
    while ((aliens[r] >> column & 1) == 0) {
      r--;
    }
    return r;
  }

  private int hits() {
    int count = 0;
    for (int r = 0; r < SIZE; r++) {
      int hit = aliens[r] & shots[r];
      count += Integer.bitCount(hit);
      aliens[r] ^= hit;
      shots[r] ^= hit;
    }
    return count;
  }

  @Override
  int level() {
    return level;
  }

  @Override
  void draw(Picture to) {
    to.light(BOTTOM, cannon, CANNON);
    for (int r = 0; r < SIZE; r++) {
      for (int left = aliens[r]; left != 0; left &= left - 1) {
        int c = Integer.numberOfTrailingZeros(left);
        to.light(r, c, ALIEN);
        to.light(r, c, heading < 0 ? ALIEN_LEFT : ALIEN_RIGHT);
      }
      for (int left = shots[r]; left != 0; left &= left - 1) {
        to.light(r, Integer.numberOfTrailingZeros(left), FRIENDLY_BULLET);
      }
      for (int left = bombs[r]; left != 0; left &= left - 1) {
        to.light(r, Integer.numberOfTrailingZeros(left), ENEMY_BULLET);
      }
    }
  }

  @Override
  void visit(Fields fields) {
    cannon = fields.number("cannon", cannon, 0, SIZE - 1);
    heading = fields.number("dir", heading, -1, 1);
    moveInterval = fields.number("moveInterval", moveInterval, FASTEST, SLOWEST);
    moveTimer = fields.number("moveT", moveTimer, 0, SLOWEST);
    gunTimer = fields.number("gunT", gunTimer, 0, ENEMY_RELOAD);
    shotTimer = fields.number("shotT", shotTimer, 0, RELOAD);
    level = fields.number("level", level, 0, SLOWEST - FASTEST);
    fields.numbers("aliens", aliens, SIZE, 0, FULL);
    fields.numbers("shots", shots, SIZE, 0, FULL);
    fields.numbers("bombs", bombs, SIZE, 0, FULL);
  }
}
