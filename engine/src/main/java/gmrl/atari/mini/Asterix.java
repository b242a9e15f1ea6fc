package gmrl.atari.mini;

/** Gold to collect and enemies to avoid, each crossing one of eight rows. */
final class Asterix extends Rules {
  private static final int PLAYER = 0;
  private static final int ENEMY = 1;
  private static final int TRAIL = 2;
  private static final int GOLD = 3;
  private static final int SLOTS = 8;
  private static final int FIRST_ROW = 1;
  private static final int SPAWN_INTERVAL = 10;
  private static final int MOVE_INTERVAL = 5;

  private final boolean ramping;

  /** What the counter restarts from; a ramp comes two steps after it has run out. */
  private final int rampStart;

  private int row;
  private int column;
  private int spawnTimer;
  private int spawnInterval;
  private int moveTimer;
  private int moveInterval;
  private int rampTimer;
  private int level;

  /** One bit per slot; a slot's row is its number and one. */
  private int taken;

  private final int[] columns = new int[SLOTS];
  private final int[] headings = new int[SLOTS];
  private final int[] gold = new int[SLOTS];

  Asterix(MiniatureSettings settings) {
    this.ramping = settings.ramping();
    this.rampStart = settings.compatible() ? 100 : 98;
  }

  @Override
  void reset(Chance chance) {
    over = false;
    row = 5;
    column = 5;
    taken = 0;
    spawnInterval = SPAWN_INTERVAL;
    spawnTimer = SPAWN_INTERVAL;
    moveInterval = MOVE_INTERVAL;
    moveTimer = MOVE_INTERVAL;
    rampTimer = rampStart;
    level = 0;
  }

  @Override
  int step(int action, Chance chance) {
    if (spawnTimer == 0) {
      spawn(chance);
      spawnTimer = spawnInterval;
    }
    if (action == LEFT || action == RIGHT) {
      column = clamp(column + action - 2, 0, SIZE - 1);
    } else if (action == UP || action == DOWN) {
      row = clamp(row + action - 3, FIRST_ROW, FIRST_ROW + SLOTS - 1);
    }
    int reward = meet(row - FIRST_ROW);
    if (moveTimer == 0) {
      moveTimer = moveInterval;
      for (int left = taken; left != 0; left &= left - 1) {
        int slot = Integer.numberOfTrailingZeros(left);
        columns[slot] += headings[slot];
        if (!inside(columns[slot])) {
          taken &= ~(1 << slot);
        }
      }
      reward += meet(row - FIRST_ROW);
    }
    spawnTimer--;
    moveTimer--;
    if (ramping && (spawnInterval > 1 || moveInterval > 1)) {
      ramp();
    }
    return reward;
  }

  private void spawn(Chance chance) {
    boolean fromLeft = chance.happens(Draw.ITEM_FROM_LEFT, .5);
    boolean isGold = chance.happens(Draw.ITEM_GOLD, 1 / 3.0);
    int empty = ~taken & (1 << SLOTS) - 1;
    if (empty != 0) {
      int slot = chance.pick(Draw.ITEM_SLOT, empty);
      taken |= 1 << slot;
      columns[slot] = fromLeft ? 0 : SIZE - 1;
      headings[slot] = fromLeft ? 1 : -1;
      gold[slot] = isGold ? 1 : 0;
    }
  }

  /** The one slot that can hold something where the player is. */
  private int meet(int slot) {
    if ((taken >> slot & 1) == 0 || columns[slot] != column) {
      return 0;
    }
    if (gold[slot] == 1) {
      taken &= ~(1 << slot);
      return 1;
    }
    over = true;
    return 0;
  }

  private void ramp() {
    if (rampTimer >= 0) {
      rampTimer--;
      return;
    }
    if (moveInterval > 1 && level % 2 == 1) {
      moveInterval--;
    }
    if (spawnInterval > 1) {
      spawnInterval--;
    }
    level++;
    rampTimer = rampStart;
  }

  @Override
  int level() {
    return level;
  }

  @Override
  void draw(Picture to) {
    to.light(row, column, PLAYER);
    for (int left = taken; left != 0; left &= left - 1) {
      int slot = Integer.numberOfTrailingZeros(left);
      to.light(slot + FIRST_ROW, columns[slot], gold[slot] == 1 ? GOLD : ENEMY);
      to.lightInside(slot + FIRST_ROW, columns[slot] - headings[slot], TRAIL);
    }
  }

  @Override
  void visit(Fields fields) {
    row = fields.number("player[0]", row, FIRST_ROW, FIRST_ROW + SLOTS - 1);
    column = fields.number("player[1]", column, 0, SIZE - 1);
    spawnTimer = fields.number("spawnT", spawnTimer, 0, SPAWN_INTERVAL);
    spawnInterval = fields.number("spawnInterval", spawnInterval, 1, SPAWN_INTERVAL);
    moveTimer = fields.number("moveT", moveTimer, 0, MOVE_INTERVAL);
    moveInterval = fields.number("moveInterval", moveInterval, 1, MOVE_INTERVAL);
    rampTimer = fields.number("rampT", rampTimer, -1, rampStart);
    level = fields.number("level", level, 0, SPAWN_INTERVAL);
    taken = fields.number("taken", taken, 0, (1 << SLOTS) - 1);
    fields.numbers("columns", columns, SLOTS, -1, SIZE);
    fields.numbers("headings", headings, SLOTS, -1, 1);
    fields.numbers("gold", gold, SLOTS, 0, 1);
  }
}
