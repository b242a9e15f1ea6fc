package gmrl.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.app.ui.Percent;
import gmrl.experiment.Family;
import gmrl.experiment.RunShare;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.sweep.SweepPlan;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads lines of the table of all runs out of folders. */
final class RunReader {
  /** How far below a folder of runs is looked. */
  private static final int DEPTH = 3;

  /** More would not be read in a line. */
  private static final int MOST_SHARES = 2;

  /** Numbers with more digits before or behind the point are not read. */
  private static final double LARGE = 1e5;

  private static final int DECIMALS = 6;

  /** The defaults of each family, as it writes them. */
  private final Map<String, JsonNode> defaults = new HashMap<>();

  /** Folders that call themselves runs, at a place and below it. */
  static List<Path> folders(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all =
        Files.find(place, DEPTH, (path, attributes) -> attributes.isDirectory())) {
      all.filter(folder -> !hidden(place, folder))
          .filter(StoredRun::isRun)
          .filter(folder -> !folder.endsWith("unfinished"))
          .sorted()
          .forEach(found::add);
    } catch (java.io.UncheckedIOException e) {
      throw new IOException(place + " cannot be searched: " + e.getMessage(), e);
    }
    return found;
  }

  /** What was deleted waits in a hidden folder. */
  private static boolean hidden(Path place, Path folder) {
    for (Path part : place.relativize(folder)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** A line without its headline. */
  RunRow row(Path folder) {
    try {
      StoredRun run = StoredRun.glance(folder);
      if (run.kind().equals(SweepPlan.KIND)) {
        return RunRow.foreign(folder, "Sweep", "opens on the page Tables", words(run));
      }
      Family<?, ?> family = RunComparison.family(run);
      return RunRow.of(
          run,
          family.title(),
          differs(family, run),
          damage(run).map(damage -> "damaged: " + within(folder, damage)).orElse(words(run)),
          RunNote.find(folder));
    } catch (IllegalArgumentException e) {
      String says = within(folder, String.valueOf(e.getMessage()));
      return RunRow.foreign(folder, "", says, "cannot be read");
    }
  }

  /** What lies there is named in the line already. */
  private static String within(Path folder, String words) {
    return words.replace(folder + File.separator, "");
  }

  private static Optional<String> damage(StoredRun run) {
    return run.damage().or(run::resultDamage);
  }

  private static String words(StoredRun run) {
    String ended = run.status() == RunStatus.RUNNING ? "still going on" : run.status().token();
    boolean lacking = run.lacksResult() && !run.kind().equals(SweepPlan.KIND);
    String words = lacking ? ended + ", result.json is missing" : ended;
    return run.message().map(message -> words + ": " + message).orElse(words);
  }

  private <S> String differs(Family<S, ?> family, StoredRun run) {
    return ConfigDiff.words(
        defaults.computeIfAbsent(family.id(), id -> family.write(family.standard())),
        family.parts(),
        run.config().value());
  }

  /** What a run came to: the first measure of its family, at the end or along its first curve. */
  static RunRow.Headline headline(StoredRun glanced) {
    try {
      StoredRun run = StoredRun.open(glanced.path());
      if (damage(run).isPresent()) {
        return RunRow.Headline.NONE;
      }
      RunTable table = RunComparison.table(run);
      if (table.isEmpty()) {
        return new RunRow.Headline("no numbers yet", Double.NaN);
      }
      List<RunShare> shares =
          RunComparison.family(run).shares(CsvTable.parse(String.join("\n", run.metrics())));
      if (!shares.isEmpty()) {
        return new RunRow.Headline(
            shares.stream()
                .limit(MOST_SHARES)
                .map(o -> o.name() + ": " + Percent.estimate(o.share(), o.halfWidth()))
                .collect(Collectors.joining("; ")),
            shares.get(0).share());
      }
      RunTable.Key curve = table.curves().get(0);
      String measure = table.reading().measures().get(0).key();
      String label = table.reading().measures().get(0).label();
      List<Double> positions = table.positions(curve);
      if (table.reading().axis().isPresent() && positions.size() > 1) {
        double first = table.mean(curve, positions.get(0), measure).mean();
        double last = table.mean(curve, positions.get(positions.size() - 1), measure).mean();
        return new RunRow.Headline(
            "%s: %s to %s over %s"
                .formatted(label, number(first), number(last), ConfigDiff.symbol(curve.axis())),
            last);
      }
      MeanEstimate mean =
          MeanEstimate.of(
              (table.reading().axis().isPresent()
                      ? table.samples(curve, positions.get(0), measure)
                      : table.ends(curve, measure))
                  .values().stream().mapToDouble(Double::doubleValue).toArray());
      return new RunRow.Headline(label + ": " + number(mean.interval()), mean.mean());
    } catch (IllegalArgumentException e) {
      return new RunRow.Headline(String.valueOf(e.getMessage()), Double.NaN);
    }
  }

  /** A mean with two digits of half its interval, both to the same place. */
  private static String number(Interval mean) {
    double half = mean.high() - mean.value();
    int decimals = half > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(half))) : DECIMALS + 1;
    if (!(decimals <= DECIMALS && Math.abs(mean.value()) < LARGE)) {
      String margin = Double.isNaN(half) ? "" : String.format(Locale.ROOT, " ± %.2g", half);
      return number(mean.value()) + margin;
    }
    String form = "%." + decimals + "f";
    return String.format(Locale.ROOT, form + " ± " + form, mean.value(), half).replace('-', '−');
  }

  static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, Math.abs(value) >= LARGE ? "%.3g" : "%.4g", value)
            .replace('-', '−');
  }
}
