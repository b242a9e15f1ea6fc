package gmrl.atari.mini;

/** What a random outcome decides; the games draw in the order of their rules. */
public enum Draw {
  /** Whether the last executed action is repeated in place of the requested one. */
  STICKY,
  /** Breakout, at reset: the ball begins at column 0 (0) or 9 (1). */
  BALL_START,
  /** Asterix: an item comes in from the left. */
  ITEM_FROM_LEFT,
  /** Asterix: the item is gold. */
  ITEM_GOLD,
  /** Asterix: the slot it takes, of the empty ones. */
  ITEM_SLOT,
  /** Freeway: how fast a car is, 1 … 5; eight of these come first. */
  CAR_SPEED,
  /** Freeway: whether a car heads left; eight of these follow. */
  CAR_TO_LEFT,
  /** Seaquest: an enemy comes in from the left. */
  ENEMY_FROM_LEFT,
  /** Seaquest: the enemy is a submarine and not a fish. */
  ENEMY_SUBMARINE,
  /** Seaquest: the row it comes in at. */
  ENEMY_ROW,
  /** Seaquest: a diver comes in from the left. */
  DIVER_FROM_LEFT,
  /** Seaquest: the row the diver comes in at. */
  DIVER_ROW
}
