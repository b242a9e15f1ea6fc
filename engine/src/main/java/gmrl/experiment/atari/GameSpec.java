package gmrl.experiment.atari;

import gmrl.atari.Environment;
import gmrl.atari.GameRule;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.ale.Ale;
import gmrl.atari.ale.AtariGame;
import gmrl.atari.ale.AtariSettings;
import gmrl.atari.ale.Rom;
import gmrl.atari.ale.Roms;
import gmrl.atari.chain.DiscountingChain;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A game and how it is played. */
public sealed interface GameSpec {
  /** What the names of miniature games begin with. */
  String MINIATURE = "minatar:";

  /** The name in files and commands. */
  String id();

  /** Game and settings as they stand beside every curve. */
  String label();

  /** What tells it from the other ways to play this game, in the order of the label. */
  List<GameRule> rules();

  /** Frames of one step, 1 where game and player go in step. */
  int framesPerStep();

  /** What learners are told on this game where nothing else is said. */
  LearningSettings usual(Algorithm algorithm);

  /** The network for what this game shows. */
  NetworkSpec network(VectorEnvironment environments, boolean conditioned);

  /** Whether seeds are best run one after another: one of them fills the machine. */
  boolean heavy();

  /**
   * Opens environments.
   *
   * @param seed of the whole run; each environment's follow from it
   * @param roms folder of Atari games, or null for the usual places
   * @param threads that step them; the results do not depend on it
   * @throws IllegalArgumentException in one sentence if the game's file is not there
   * @throws IllegalStateException in one sentence if the emulator is not there
   */
  default VectorEnvironment open(int count, long seed, @Nullable Path roms, int threads) {
    return open(count, supply(seed, roms), threads);
  }

  /** Environments that step together, the next ones of {@link #supply}. */
  default VectorEnvironment open(int count, Supplier<Environment> games, int threads) {
    return new VectorEnvironment(
        Stream.generate(games).limit(count).toList(), heavy() ? threads : 1);
  }

  /**
   * Opens environments one by one, each with a seed of its own; see {@link #open}.
   *
   * @param seed of the whole run
   * @param roms folder of Atari games, or null for the usual places
   */
  default Supplier<Environment> supply(long seed, @Nullable Path roms) {
    // Not the generator of parameters and actions, which starts at the seed itself.
    StatefulRandom seeds = new StatefulRandom(~seed);
    Opener opener = opener(roms);
    return () -> opener.open(new StatefulRandom(seeds.nextLong()));
  }

  /** Finds what the game needs. */
  Opener opener(@Nullable Path roms);

  /**
   * One sentence with what to do if the game cannot be played here.
   *
   * @param roms folder of Atari games, or null for the usual places
   */
  default Optional<String> missing(@Nullable Path roms) {
    return Optional.empty();
  }

  /** Opens one environment. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens one.
     *
     * @param random of everything that this environment draws
     */
    Environment open(StatefulRandom random);
  }

  /** The game of a name, with its usual settings; miniature games begin with "minatar:". */
  static GameSpec of(String name) {
    if (name.startsWith(MINIATURE)) {
      return new Mini(MiniatureSettings.of(Miniature.of(name.substring(MINIATURE.length()))));
    }
    return name.equals(Chain.ID) ? new Chain() : new Console(AtariSettings.of(name));
  }

  /**
   * The game of a name as it was played according to its label; empty if no settings of it have
   * that label.
   */
  static Optional<GameSpec> of(String name, String label) {
    GameSpec usual = of(name);
    if (!(usual instanceof Mini mini)) {
      return Optional.of(usual).filter(game -> game.label().equals(label));
    }
    for (boolean minimal : new boolean[] {true, false}) {
      for (boolean ramping : new boolean[] {true, false}) {
        GameSpec game = new Mini(mini.settings().withMinimalActions(minimal).withRamping(ramping));
        if (game.label().equals(label)) {
          return Optional.of(game);
        }
      }
    }
    return Optional.empty();
  }

  /** A miniature game. */
  record Mini(MiniatureSettings settings) implements GameSpec {
    @Override
    public String id() {
      return MINIATURE + settings.game().id();
    }

    @Override
    public String label() {
      return settings.label();
    }

    @Override
    public List<GameRule> rules() {
      return settings.rules();
    }

    @Override
    public int framesPerStep() {
      return 1;
    }

    @Override
    public LearningSettings usual(Algorithm algorithm) {
      return LearningSettings.miniature(algorithm);
    }

    @Override
    public NetworkSpec network(VectorEnvironment environments, boolean conditioned) {
      return NetworkSpec.miniature(environments.shape(), environments.actions(), conditioned);
    }

    @Override
    public boolean heavy() {
      return false;
    }

    @Override
    public Opener opener(@Nullable Path roms) {
      return random -> new MiniatureGame(settings, random);
    }
  }

  /** A game of the Atari 2600. */
  record Console(AtariSettings settings) implements GameSpec {
    @Override
    public String id() {
      return settings.game();
    }

    @Override
    public String label() {
      return settings.label();
    }

    @Override
    public List<GameRule> rules() {
      return settings.rules();
    }

    @Override
    public int framesPerStep() {
      return settings.frameSkip();
    }

    @Override
    public LearningSettings usual(Algorithm algorithm) {
      return LearningSettings.published(algorithm);
    }

    @Override
    public NetworkSpec network(VectorEnvironment environments, boolean conditioned) {
      return NetworkSpec.nature(environments.shape(), environments.actions(), conditioned);
    }

    @Override
    public boolean heavy() {
      return true;
    }

    @Override
    public Optional<String> missing(@Nullable Path roms) {
      try {
        opener(roms);
        return Optional.empty();
      } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public Opener opener(@Nullable Path roms) {
      Optional<String> missing = Ale.missing();
      if (missing.isPresent()) {
        throw new IllegalStateException(missing.get());
      }
      Rom rom = Roms.in(roms).find(settings.game());
      return random -> AtariGame.open(settings, rom, random);
    }
  }

  /** The Discounting Chain. */
  record Chain() implements GameSpec {
    static final String ID = "discounting-chain";
    private static final int HIDDEN = 32;
    private static final int STEPS = 500_000;

    @Override
    public String id() {
      return ID;
    }

    @Override
    public String label() {
      return "Discounting Chain";
    }

    @Override
    public List<GameRule> rules() {
      return List.of();
    }

    @Override
    public int framesPerStep() {
      return 1;
    }

    @Override
    public LearningSettings usual(Algorithm algorithm) {
      return LearningSettings.miniature(algorithm).withNumEnvSteps(STEPS);
    }

    @Override
    public NetworkSpec network(VectorEnvironment environments, boolean conditioned) {
      return NetworkSpec.dense(environments.shape(), environments.actions(), HIDDEN, conditioned);
    }

    @Override
    public boolean heavy() {
      return false;
    }

    @Override
    public Opener opener(@Nullable Path roms) {
      return random -> new DiscountingChain(random.nextInt(DiscountingChain.LENGTH));
    }
  }
}
