package gmrl.atari.mini;

import java.util.Arrays;

/** A paddle, a ball that moves diagonally, and three rows of bricks worth 1 each. */
final class Breakout extends Rules {
  private static final int PADDLE = 0;
  private static final int BALL = 1;
  private static final int TRAIL = 2;
  private static final int BRICK = 3;
  private static final int FIRST_ROW = 1;
  private static final int ROWS = 3;
  private static final int BOTTOM = SIZE - 1;
  private static final int FULL = (1 << SIZE) - 1;

  private int paddle;
  private int ballRow;
  private int ballColumn;
  private int trailRow;
  private int trailColumn;
  private int down;
  private int right;

  /** Whether the last step hit a brick: the ball passes the next one. */
  private boolean strike;

  /** One bit per column. */
  private final int[] bricks = new int[ROWS];

  Breakout(MiniatureSettings settings) {}

  @Override
  void reset(Chance chance) {
    over = false;
    boolean fromRight = chance.pick(Draw.BALL_START, 0b11) == 1;
    ballRow = FIRST_ROW + ROWS - 1;
    ballColumn = fromRight ? SIZE - 1 : 0;
    trailRow = ballRow;
    trailColumn = ballColumn;
    down = 1;
    right = fromRight ? -1 : 1;
    paddle = 4;
    strike = false;
    refill();
  }

  @Override
  int step(int action, Chance chance) {
    if (action == LEFT || action == RIGHT) {
      paddle = clamp(paddle + action - 2, 0, SIZE - 1);
    }
    trailRow = ballRow;
    trailColumn = ballColumn;
    int row = ballRow + down;
    int column = ballColumn + right;
    if (!inside(column)) {
      column = clamp(column, 0, SIZE - 1);
      right = -right;
    }
    int reward = 0;
    boolean atBrick = false;
    if (row < 0) {
      row = 0;
      down = -down;
    } else if (brick(row, column)) {
      atBrick = true;
      if (!strike) {
        reward = 1;
        strike = true;
        bricks[row - FIRST_ROW] &= ~(1 << column);
        row = ballRow;
        down = -down;
      }
    } else if (row == BOTTOM) {
      if ((bricks[0] | bricks[1] | bricks[2]) == 0) {
        refill();
      }
      if (ballColumn == paddle) {
        down = -down;
        row = ballRow;
      } else if (column == paddle) {
        down = -down;
        right = -right;
        row = ballRow;
      } else {
        over = true;
      }
    }
    strike &= atBrick;
    ballRow = row;
    ballColumn = column;
    return reward;
  }

  private boolean brick(int row, int column) {
    return row >= FIRST_ROW
        && row < FIRST_ROW + ROWS
        && (bricks[row - FIRST_ROW] >> column & 1) != 0;
  }

  private void refill() {
    Arrays.fill(bricks, FULL);
  }

  @Override
  void draw(Picture to) {
    to.light(BOTTOM, paddle, PADDLE);
    to.light(ballRow, ballColumn, BALL);
    to.light(trailRow, trailColumn, TRAIL);
    for (int r = 0; r < ROWS; r++) {
      for (int left = bricks[r]; left != 0; left &= left - 1) {
        to.light(FIRST_ROW + r, Integer.numberOfTrailingZeros(left), BRICK);
      }
    }
  }

  @Override
  void visit(Fields fields) {
    paddle = fields.number("paddle", paddle, 0, SIZE - 1);
    ballRow = fields.number("ballRow", ballRow, 0, SIZE - 1);
    ballColumn = fields.number("ballCol", ballColumn, 0, SIZE - 1);
    trailRow = fields.number("trailRow", trailRow, 0, SIZE - 1);
    trailColumn = fields.number("trailCol", trailColumn, 0, SIZE - 1);
    down = fields.number("dRow", down, -1, 1);
    right = fields.number("dCol", right, -1, 1);
    strike = fields.flag("strike", strike);
    fields.numbers("bricks", bricks, ROWS, 0, FULL);
  }
}
