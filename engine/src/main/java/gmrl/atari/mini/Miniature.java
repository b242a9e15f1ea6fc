package gmrl.atari.mini;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The five games. */
@SuppressWarnings("ImmutableEnumChecker") // nothing is written after construction
public enum Miniature {
  BREAKOUT(
      "Breakout",
      false,
      "nlr",
      Breakout::new,
      "paddle 0072b2",
      "ball f0e442",
      "trail 6f6a2d",
      "brick d55e00"),
  ASTERIX(
      "Asterix",
      true,
      "nlurd",
      Asterix::new,
      "player 56b4e9",
      "enemy d55e00",
      "trail 4d4d4d",
      "gold f0e442"),
  FREEWAY(
      "Freeway",
      false,
      "nud",
      Freeway::new,
      "chicken f0e442",
      "car cc79a7",
      "trailSpeed1 3b2a33",
      "trailSpeed2 4d3241",
      "trailSpeed3 603b4f",
      "trailSpeed4 73445e",
      "trailSpeed5 864d6d"),
  SEAQUEST(
      "Seaquest",
      true,
      "nlurdf",
      Seaquest::new,
      "subFront f0e442",
      "subBack b3a833",
      "friendlyBullet ffffff",
      "trail 24424f",
      "enemyBullet d55e00",
      "fish 009e73",
      "enemySub cc79a7",
      "oxygenGauge 56b4e9",
      "diverGauge e69f00",
      "diver e69f00"),
  SPACE_INVADERS(
      "Space Invaders",
      true,
      "nlrf",
      SpaceInvaders::new,
      "cannon 56b4e9",
      "alien 009e73",
      "alienLeft 009e73",
      "alienRight 009e73",
      "friendlyBullet ffffff",
      "enemyBullet d55e00");

  /** Rows and columns of every game. */
  public static final int SIZE = 10;

  private final String title;
  private final boolean ramps;
  private final int[] minimal;
  private final Function<MiniatureSettings, Rules> rules;
  private final List<String> channels;
  private final int[] colours;

  Miniature(
      String title,
      boolean ramps,
      String minimal,
      Function<MiniatureSettings, Rules> rules,
      String... channels) {
    this.title = title;
    this.ramps = ramps;
    this.minimal = minimal.chars().map("nlurdf"::indexOf).toArray();
    this.rules = rules;
    this.channels = Arrays.stream(channels).map(c -> c.substring(0, c.indexOf(' '))).toList();
    this.colours =
        Arrays.stream(channels)
            .mapToInt(c -> Integer.parseInt(c.substring(c.indexOf(' ') + 1), 16))
            .toArray();
  }

  /** The name in files and commands, for example {@code space_invaders}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The game of that name.
   *
   * @throws IllegalArgumentException naming the games there are
   */
  public static Miniature of(String id) {
    String wanted = id.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (Miniature game : values()) {
      if (game.id().equals(wanted) || game.id().replace("_", "").equals(wanted)) {
        return game;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + id
            + "\" is no miniature game; there are "
            + Arrays.stream(values()).map(Miniature::id).collect(Collectors.joining(", ")));
  }

  /** The name a person reads. */
  public String title() {
    return title;
  }

  /** Whether the game gets harder as it goes on, if it is allowed to. */
  public boolean ramps() {
    return ramps;
  }

  /** What each channel of the observation shows. */
  public List<String> channels() {
    return channels;
  }

  /** The colour to draw a channel in, 0xRRGGBB. */
  public int colour(int channel) {
    return colours[channel];
  }

  /** Whether a channel only shows where things come from. */
  boolean isTrail(int channel) {
    return channels.get(channel).startsWith("trail");
  }

  /** The actions that do something in this game, of the six. */
  int[] minimalActions() {
    return minimal.clone();
  }

  Rules rules(MiniatureSettings settings) {
    return rules.apply(settings);
  }
}
