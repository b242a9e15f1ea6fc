package gmrl.atari.mini;

/**
 * A submarine that shoots fish and enemy submarines for 1 each, collects divers, and must surface
 * for air with at least one of them aboard; six aboard are worth up to 10.
 */
final class Seaquest extends Rules {
  /** No timer of this game starts higher. */
  static final int SLOWEST_CLOCK = 30;

  private static final int FRONT = 0;
  private static final int BACK = 1;
  private static final int FRIENDLY_BULLET = 2;
  private static final int TRAIL = 3;
  private static final int ENEMY_BULLET = 4;
  private static final int FISH = 5;
  private static final int ENEMY_SUB = 6;
  private static final int OXYGEN_GAUGE = 7;
  private static final int DIVER_GAUGE = 8;
  private static final int DIVER = 9;

  private static final int AIR = 200;
  private static final int CREW = 6;
  private static final int LOWEST = SIZE - 2;
  private static final int WATER_ROWS = 0b1_1111_1110;
  private static final int SPAWN_INTERVAL = 20;
  private static final int DIVER_INTERVAL = 30;
  private static final int DIVER_PACE = 5;
  private static final int MOVE_INTERVAL = 5;
  private static final int FASTEST = 2;
  private static final int RELOAD = 5;
  private static final int ENEMY_RELOAD = 10;

  private final boolean ramping;
  private final boolean compatible;

  private int row;
  private int column;
  private int facing;
  private int oxygen;
  private int held;
  private int enemyTimer;
  private int diverTimer;
  private int spawnInterval;
  private int moveInterval;
  private int shotTimer;
  private int level;
  private boolean surfaced;

  private final Shoal shots = new Shoal();
  private final Shoal bombs = new Shoal();
  private final Shoal fish = new Shoal();
  private final Shoal submarines = new Shoal();
  private final Shoal divers = new Shoal();

  Seaquest(MiniatureSettings settings) {
    this.ramping = settings.ramping();
    this.compatible = settings.compatible();
  }

  @Override
  void reset(Chance chance) {
    over = false;
    row = 0;
    column = 5;
    facing = -1;
    oxygen = AIR;
    held = 0;
    spawnInterval = SPAWN_INTERVAL;
    enemyTimer = SPAWN_INTERVAL;
    diverTimer = DIVER_INTERVAL;
    moveInterval = MOVE_INTERVAL;
    shotTimer = 0;
    level = 0;
    surfaced = true;
    shots.clear();
    bombs.clear();
    fish.clear();
    submarines.clear();
    divers.clear();
  }

  @Override
  int step(int action, Chance chance) {
    if (enemyTimer == 0) {
      spawnEnemy(chance);
      enemyTimer = spawnInterval;
    }
    if (diverTimer == 0) {
      boolean fromLeft = chance.happens(Draw.DIVER_FROM_LEFT, .5);
      int at = chance.pick(Draw.DIVER_ROW, WATER_ROWS);
      divers.add(at, fromLeft ? 0 : SIZE - 1, fromLeft ? 1 : -1, DIVER_PACE, 0);
      diverTimer = DIVER_INTERVAL;
    }
    act(action);
    int reward = moveShots();
    moveDivers();
    reward += moveSubmarines();
    moveBombs();
    reward += moveFish();
    enemyTimer = Math.max(0, enemyTimer - 1);
    diverTimer = Math.max(0, diverTimer - 1);
    shotTimer = Math.max(0, shotTimer - 1);
    over |= oxygen <= 0;
    if (row > 0) {
      oxygen--;
      surfaced = false;
    } else if (!surfaced) {
      reward += surface();
    }
    return reward;
  }

  private void spawnEnemy(Chance chance) {
    boolean fromLeft = chance.happens(Draw.ENEMY_FROM_LEFT, .5);
    boolean submarine = chance.happens(Draw.ENEMY_SUBMARINE, 1 / 3.0);
    int at = chance.pick(Draw.ENEMY_ROW, WATER_ROWS);
    int heading = fromLeft ? 1 : -1;
    if (!fish.opposes(at, heading) && !submarines.opposes(at, heading)) {
      Shoal kind = submarine ? submarines : fish;
      kind.add(at, fromLeft ? 0 : SIZE - 1, heading, moveInterval, ENEMY_RELOAD);
    }
  }

  private void act(int action) {
    if (action == FIRE && shotTimer == 0) {
      shots.add(row, column, facing, 0, 0);
      shotTimer = RELOAD;
    } else if (action == LEFT || action == RIGHT) {
      facing = action - 2;
      column = clamp(column + facing, 0, SIZE - 1);
    } else if (action == UP || action == DOWN) {
      row = clamp(row + action - 3, 0, LOWEST);
    }
  }

  private int moveShots() {
    int reward = 0;
    for (int i = shots.size - 1; i >= 0; i--) {
      if (shots.advance(i)) {
        int r = shots.rows[i];
        int c = shots.columns[i];
        if (fish.take(r, c) || submarines.take(r, c)) {
          shots.remove(i);
          reward++;
        }
      }
    }
    return reward;
  }

  private void moveDivers() {
    for (int i = divers.size - 1; i >= 0; i--) {
      if (rescue(i)) {
        continue;
      }
      if (divers.timers[i] == 0) {
        divers.timers[i] = DIVER_PACE;
        if (divers.advance(i)) {
          rescue(i);
        }
      } else {
        divers.timers[i]--;
      }
    }
  }

  private boolean rescue(int i) {
    if (held < CREW && divers.at(i, row, column)) {
      divers.remove(i);
      held++;
      return true;
    }
    return false;
  }

  private int moveSubmarines() {
    int reward = 0;
    for (int i = submarines.size - 1; i >= 0; i--) {
      int gun = submarines.guns[i];
      int r = submarines.rows[i];
      int heading = submarines.headings[i];
      // Where it would be if it moved: the place of a bullet from one that is then gone.
      int c = submarines.columns[i] + (submarines.timers[i] == 0 ? heading : 0);
      int before = submarines.size;
      reward += swim(submarines, i);
      boolean gone = submarines.size < before;
      if (gone && !compatible) {
        continue;
      }
      if (gun == 0) {
        bombs.add(r, c, heading, 0, 0);
      }
      if (!gone) {
        submarines.guns[i] = gun == 0 ? ENEMY_RELOAD : gun - 1;
      }
    }
    return reward;
  }

  private int moveFish() {
    int reward = 0;
    for (int i = fish.size - 1; i >= 0; i--) {
      reward += swim(fish, i);
    }
    return reward;
  }

  /** What fish and enemy submarines have in common; 1 if it swam into a bullet. */
  private int swim(Shoal kind, int i) {
    over |= kind.at(i, row, column);
    if (kind.timers[i] > 0) {
      kind.timers[i]--;
      return 0;
    }
    kind.timers[i] = moveInterval;
    if (!kind.advance(i)) {
      return 0;
    }
    if (kind.at(i, row, column)) {
      over = true;
    } else if (shots.take(kind.rows[i], kind.columns[i])) {
      kind.remove(i);
      return 1;
    }
    return 0;
  }

  private void moveBombs() {
    for (int i = bombs.size - 1; i >= 0; i--) {
      over |= bombs.at(i, row, column);
      if (bombs.advance(i)) {
        over |= bombs.at(i, row, column);
      }
    }
  }

  private int surface() {
    if (held == 0) {
      over = true;
      return 0;
    }
    surfaced = true;
    int reward = 0;
    if (held == CREW) {
      reward = oxygen * SIZE / AIR;
      held = compatible ? 0 : 1;
    }
    held--;
    oxygen = AIR;
    if (ramping && (spawnInterval > 1 || moveInterval > FASTEST)) {
      if (moveInterval > FASTEST && level % 2 == 1) {
        moveInterval--;
      }
      if (spawnInterval > 1) {
        spawnInterval--;
      }
      level++;
    }
    return reward;
  }

  @Override
  int level() {
    return level;
  }

  @Override
  void draw(Picture to) {
    to.light(row, column, FRONT);
    to.lightInside(row, column - facing, BACK);
    int air = Math.max(oxygen, 0) * SIZE / AIR;
    for (int c = 0; c < air; c++) {
      to.light(SIZE - 1, c, OXYGEN_GAUGE);
    }
    for (int c = SIZE - 1 - held; c < SIZE - 1; c++) {
      to.light(SIZE - 1, c, DIVER_GAUGE);
    }
    shots.draw(to, FRIENDLY_BULLET);
    bombs.draw(to, ENEMY_BULLET);
    fish.draw(to, FISH);
    submarines.draw(to, ENEMY_SUB);
    divers.draw(to, DIVER);
    fish.drawTrail(to, TRAIL);
    submarines.drawTrail(to, TRAIL);
    divers.drawTrail(to, TRAIL);
  }

  @Override
  void visit(Fields fields) {
    row = fields.number("front[0]", row, 0, LOWEST);
    column = fields.number("front[1]", column, 0, SIZE - 1);
    // Kept as the recordings name it.
    facing = fields.flag("facingRight", facing > 0) ? 1 : -1;
    oxygen = fields.number("oxygen", oxygen, -AIR, AIR);
    held = fields.number("held", held, Integer.MIN_VALUE, CREW);
    enemyTimer = fields.number("enemyT", enemyTimer, 0, SPAWN_INTERVAL);
    diverTimer = fields.number("diverT", diverTimer, 0, DIVER_INTERVAL);
    spawnInterval = fields.number("spawnInterval", spawnInterval, 1, SPAWN_INTERVAL);
    moveInterval = fields.number("moveInterval", moveInterval, FASTEST, MOVE_INTERVAL);
    shotTimer = fields.number("shotT", shotTimer, 0, RELOAD);
    level = fields.number("level", level, 0, SPAWN_INTERVAL);
    surfaced = fields.flag("surfaced", surfaced);
    shots.visit(fields, "shots");
    bombs.visit(fields, "enemyBullets");
    fish.visit(fields, "fish");
    submarines.visit(fields, "enemySubs");
    divers.visit(fields, "divers");
  }
}
