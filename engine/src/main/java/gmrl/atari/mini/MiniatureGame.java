package gmrl.atari.mini;

import gmrl.atari.CopyableEnvironment;
import gmrl.atari.ObservationShape;
import gmrl.atari.Screen;
import gmrl.atari.StatefulRandom;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A miniature game being played: the rules, which actions are offered, and sticky actions.
 *
 * <p>The memory of the last executed action outlives a reset, as in the reference. A step after the
 * end of an episode changes nothing but that memory.
 */
public final class MiniatureGame implements CopyableEnvironment, Screen {
  private final MiniatureSettings settings;
  private final Rules rules;
  private final ObservationShape shape;
  private final int[] actions;
  private final Picture picture;
  private Chance chance;
  private @Nullable OutcomeListener listener;
  private int executed;
  private int reward;

  /** A game that draws from {@code random}; already reset. */
  public MiniatureGame(MiniatureSettings settings, RandomGenerator random) {
    this(settings, new RandomChance(random));
  }

  /** A game whose outcomes come from {@code chance}; already reset. */
  public MiniatureGame(MiniatureSettings settings, Chance chance) {
    this(settings, chance, true);
  }

  private MiniatureGame(MiniatureSettings settings, Chance chance, boolean reset) {
    Miniature game = settings.game();
    this.settings = settings;
    this.chance = chance;
    this.rules = game.rules(settings);
    this.shape = new ObservationShape(Miniature.SIZE, Miniature.SIZE, game.channels().size());
    this.actions = settings.minimalActions() ? game.minimalActions() : new int[] {0, 1, 2, 3, 4, 5};
    this.picture = new Picture(shape.channels());
    if (reset) {
      rules.reset(chance);
    }
  }

  /**
   * From now on somebody hears of every random outcome; with these and the actions another game of
   * these settings, whose {@link Chance} gives them, plays the same. Copies are not listened to.
   */
  public void listen(OutcomeListener next) {
    listener = next;
  }

  private Chance chance(boolean beginning) {
    OutcomeListener present = listener;
    return present == null ? chance : new HeardChance(chance, present, beginning);
  }

  /** How it is played. */
  public MiniatureSettings settings() {
    return settings;
  }

  @Override
  public String label() {
    return settings.label();
  }

  @Override
  public ObservationShape shape() {
    return shape;
  }

  @Override
  public int actions() {
    return actions.length;
  }

  /** Which of the six actions offered action {@code i} is. */
  int sharedAction(int i) {
    return actions[i];
  }

  @Override
  public void reset() {
    reward = 0;
    rules.reset(chance(true));
  }

  @Override
  public void step(int action) {
    if (action < 0 || action >= actions.length) {
      throw new IllegalArgumentException(
          label() + " has actions 0 to " + (actions.length - 1) + ", not " + action);
    }
    Chance drawn = chance(false);
    if (!drawn.happens(Draw.STICKY, settings.stickiness())) {
      executed = actions[action];
    }
    reward = rules.over ? 0 : rules.step(executed, drawn);
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return rules.over && !rules.outOfTime();
  }

  @Override
  public boolean truncated() {
    return rules.outOfTime();
  }

  @Override
  public boolean gameOver() {
    return rules.over;
  }

  /** The action, of the six, that the last step carried out; 0 before the first. */
  public int executedAction() {
    return executed;
  }

  /** How much harder the game has become, from 0 up; stays 0 without ramping. */
  public int level() {
    return rules.level();
  }

  @Override
  public void observe(float[] target, int offset) {
    picture.into(target, offset);
    rules.draw(picture);
  }

  @Override
  public int screenRows() {
    return Miniature.SIZE;
  }

  @Override
  public int screenColumns() {
    return Miniature.SIZE;
  }

  @Override
  public void paint(int[] target) {
    float[] cells = new float[shape.size()];
    observe(cells, 0);
    for (int cell = 0; cell < Miniature.SIZE * Miniature.SIZE; cell++) {
      target[cell] = 0;
      // Earlier channels lie on top: the player's first, what trails behind never over a body.
      for (int channel = shape.channels() - 1; channel >= 0; channel--) {
        if (cells[cell * shape.channels() + channel] != 0
            && (target[cell] == 0 || !settings.game().isTrail(channel))) {
          target[cell] = settings.game().colour(channel);
        }
      }
    }
  }

  /** The hidden facts of the game by name, for looking at. */
  public Map<String, Integer> facts() {
    Fields.Names names = new Fields.Names();
    rules.visit(names);
    return names.all();
  }

  @Override
  public long[] save() {
    if (!(chance instanceof RandomChance drawn
        && drawn.random() instanceof StatefulRandom random)) {
      throw new IllegalStateException(
          "the generator of " + label() + " cannot be written down: only a StatefulRandom can");
    }
    Fields.Writer out = new Fields.Writer();
    out.put(settings.game().id().hashCode());
    out.put(random.state());
    visit(out);
    return out.written();
  }

  @Override
  public boolean restore(long[] state) {
    Fields.Reader in = new Fields.Reader(state);
    if (in.take() != settings.game().id().hashCode()) {
      throw new IllegalArgumentException(
          "the saved game is not one of miniature " + settings.game().title());
    }
    RandomGenerator random = new StatefulRandom(in.take());
    visit(in);
    in.end();
    chance = new RandomChance(random);
    return true;
  }

  private void visit(Fields fields) {
    executed = fields.number("executed", executed, 0, 5);
    reward = fields.number("reward", reward, Integer.MIN_VALUE, Integer.MAX_VALUE);
    rules.over = fields.flag("over", rules.over);
    rules.visit(fields);
  }

  @Override
  public MiniatureGame copy() {
    if (!(chance instanceof RandomChance drawn
        && drawn.random() instanceof StatefulRandom random)) {
      throw new IllegalStateException(
          "the generator of " + label() + " cannot be copied: only a StatefulRandom can");
    }
    return copy(new StatefulRandom(random.state()));
  }

  @Override
  public MiniatureGame copy(RandomGenerator random) {
    MiniatureGame out = new MiniatureGame(settings, new RandomChance(random), false);
    Fields.Writer state = new Fields.Writer();
    visit(state);
    out.visit(new Fields.Reader(state.written()));
    return out;
  }
}
