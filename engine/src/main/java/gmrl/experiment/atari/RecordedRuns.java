package gmrl.experiment.atari;

import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.file.EncodedText;
import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds runs that were really made: those that come with the laboratory, and those of a folder. */
public final class RecordedRuns {
  private static final String FOLDER = "recorded/";
  private static final String INDEX = FOLDER + "index.json";

  private RecordedRuns() {}

  /**
   * One learner's run in brief.
   *
   * @param game identifier, such as {@code minatar:breakout}
   * @param label game and settings in words
   * @param settings what the learner was told
   * @param curve as far as it got
   * @param source where it comes from
   */
  public record Brief(
      String game,
      String label,
      LearningSettings settings,
      long seed,
      LearningCurve curve,
      String source) {
    /** Identifier of the learner. */
    public String algorithm() {
      return settings.algorithm().id();
    }

    /** Steps that were asked for. */
    public long length() {
      return settings.numEnvSteps();
    }

    /** Decisions that were made. */
    public long steps() {
      List<LearningCurve.Point> points = curve.points();
      return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
    }

    /** Whether the run had all its steps. */
    public boolean complete() {
      return steps() >= length();
    }

    /** Mean score of the last part, see {@link AtariResult#FINAL_SHARE}. */
    public double finalScore() {
      return curve.scoreAfter(steps() - Math.round(steps() * AtariResult.FINAL_SHARE));
    }
  }

  /** Those that come with the laboratory in brief; none if there are none. */
  public static List<Brief> shipped() {
    return names().stream().map(name -> run(name).brief(name)).toList();
  }

  /** Those that come with the laboratory, with all that was recorded; none if there are none. */
  public static List<LearnerRun> recorded() {
    return names().stream().map(RecordedRuns::run).toList();
  }

  private static List<String> names() {
    return Resources.find(INDEX)
        .map(index -> index.at("runs").elements().stream().map(JsonView::text).toList())
        .orElse(List.of());
  }

  private static LearnerRun run(String name) {
    return LearnerRun.of(RecordedRun.read(resource(FOLDER + name)));
  }

  private static String resource(String name) {
    try (InputStream in = RecordedRuns.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " inside the program", e);
    }
  }

  /**
   * Those of a folder: recorded runs as JSON, run folders of {@code atari}, and the folder itself
   * if it is one; without those that are damaged.
   *
   * @param damaged takes a sentence for each of these
   * @throws IllegalArgumentException in one sentence if it cannot be read or holds none
   */
  public static List<Brief> of(Path folder, Consumer<String> damaged) {
    List<Brief> out = new ArrayList<>();
    AtomicBoolean any = new AtomicBoolean();
    Consumer<String> told =
        sentence -> {
          any.set(true);
          damaged.accept(sentence);
        };
    try {
      if (StoredRun.isRun(folder)) {
        stored(folder, out, told);
      } else {
        try (Stream<Path> entries = Files.list(folder)) {
          for (Path entry : entries.sorted().toList()) {
            if (Files.isDirectory(entry) && !Files.isExecutable(entry)) {
              told.accept(entry + " cannot be looked into: no permission");
            } else if (StoredRun.isRun(entry)) {
              stored(entry, out, told);
            } else if (entry.toString().endsWith(".json")) {
              recorded(entry, out, told);
            }
          }
        }
      }
    } catch (IOException e) {
      throw FileProblem.cannotRead("the folder " + folder, e);
    }
    if (out.isEmpty() && !any.get()) {
      throw new IllegalArgumentException(
          folder + " holds no runs of learners, expected recorded runs or run folders of atari");
    }
    return out;
  }

  private static void recorded(Path file, List<Brief> out, Consumer<String> damaged) {
    try {
      String text = EncodedText.decode(Files.readAllBytes(file));
      if (text.contains("\"gmrl recorded run")) {
        out.add(LearnerRun.of(RecordedRun.read(text)).brief(file.toString()));
      }
    } catch (IOException e) {
      damaged.accept(file + " cannot be used: " + FileProblem.reason(e));
    } catch (IllegalArgumentException e) {
      damaged.accept(sentence(file, e));
    }
  }

  private static void stored(Path folder, List<Brief> out, Consumer<String> damaged) {
    try {
      if (StoredRun.glance(folder).kind().equals(new AtariFamily().id())) {
        LearnerRun.of(folder).forEach(run -> out.add(run.brief(folder.toString())));
      }
    } catch (IllegalArgumentException e) {
      damaged.accept(sentence(folder, e));
    }
  }

  /** Most sentences name the place themselves. */
  private static String sentence(Path place, IllegalArgumentException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains(place.toString()) ? text : place + " cannot be used: " + text;
  }
}
