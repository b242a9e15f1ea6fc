package gmrl.experiment.atari;

import static gmrl.experiment.EstimateJson.mean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An {@link AtariResult} as JSON and as comma-separated values. */
final class AtariResultJson {
  private static final List<String> COLUMNS =
      List.of(
          "seed",
          "steps",
          "frames",
          "episodes",
          "score",
          "length",
          "valueLoss",
          "entropy",
          "gradientNorm",
          "gamma",
          "gaeLambda",
          "valueLossCoef",
          "entropyCoef",
          "outerLoss",
          "cosinePlainLvc");

  private static final RecordJson NUMBERS = new RecordJson(EstimateJson.types().module());

  private AtariResultJson() {}

  static ObjectNode write(AtariResult result, RunFacts facts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("config", AtariSpecJson.write(result.spec()));
    node.put("label", result.spec().label());
    ArrayNode seeds = node.putArray("seeds");
    for (AtariResult.SeedRun run : result.runs()) {
      ObjectNode one = seeds.addObject();
      one.put("seed", run.seed());
      one.put("steps", run.steps());
      one.set("finalScore", Json.number(run.finalScore()));
      ArrayNode changes = one.putArray("changes");
      run.changes().forEach(c -> changes.addObject().put("steps", c.steps()).put("what", c.what()));
      ArrayNode resumed = one.putArray("resumed");
      run.resumed().forEach(resumed::add);
      ArrayNode points = one.putArray("points");
      rows(run, facts.every())
          .forEach(p -> points.add(point(p, result.spec().game().framesPerStep())));
    }
    ArrayNode aggregate = node.putArray("aggregate");
    for (AtariResult.Mean mean : result.means()) {
      aggregate.addObject().put("steps", mean.steps()).set("score", mean(mean.score()));
    }
    MeanEstimate last = MeanEstimate.of(result.finalScores());
    ObjectNode finals = node.putObject("final");
    finals.put("share", AtariResult.FINAL_SHARE);
    finals.set("score", mean(last));
    facts.mark(node);
    ObjectNode timing = node.putObject("timing");
    timing.set("seconds", Json.number(facts.seconds()));
    timing.put("environmentSteps", result.steps());
    facts.close(node);
    return node;
  }

  private static List<LearningCurve.Point> rows(AtariResult.SeedRun run, int every) {
    List<LearningCurve.Point> points = run.curve().points();
    return points.isEmpty()
        ? points
        : java.util.Arrays.stream(Stride.updates(points.size() - 1, every))
            .mapToObj(points::get)
            .toList();
  }

  private static ObjectNode point(LearningCurve.Point p, int framesPerStep) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("steps", p.steps());
    node.put("frames", p.steps() * framesPerStep);
    node.put("episodes", p.episodes());
    node.set("score", Json.number(p.score()));
    node.set("length", Json.number(p.length()));
    node.set("valueLoss", Json.number(p.valueLoss()));
    node.set("entropy", Json.number(p.entropy()));
    node.set("gradientNorm", Json.number(p.gradientNorm()));
    MetaParameters c = p.coefficients();
    node.put("gamma", c.gamma());
    node.put("gaeLambda", c.gaeLambda());
    node.put("valueLossCoef", c.valueLossCoef());
    node.put("entropyCoef", c.entropyCoef());
    node.set("outerLoss", Json.number(p.outerLoss()));
    node.set("cosinePlainLvc", Json.number(p.cosine()));
    return node;
  }

  /**
   * The rows of a seed, as {@link #csv} writes them.
   *
   * @param where of a sentence about a table that is not one of these
   */
  static LearningCurve curve(CsvTable table, long seed, String where) {
    List<LearningCurve.Point> points = new ArrayList<>();
    int[] at = COLUMNS.stream().mapToInt(table.header()::indexOf).toArray();
    for (int i = 0; i < at.length; i++) {
      if (at[i] < 0) {
        throw new IllegalArgumentException(
            where + ": the table of the run lacks the column " + COLUMNS.get(i));
      }
    }
    for (List<String> row : table.rows()) {
      double[] v = new double[at.length];
      for (int i = 0; i < at.length; i++) {
        v[i] = number(row.get(at[i]), where, COLUMNS.get(i));
      }
      if (v[0] == seed) {
        points.add(
            new LearningCurve.Point(
                (long) v[1],
                (int) v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                new MetaParameters(v[9], v[10], v[11], v[12]),
                v[13],
                v[14]));
      }
    }
    return new LearningCurve(points);
  }

  private static double number(String cell, String where, String column) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: the table of the run has \"%s\" in column %s, expected a number"
              .formatted(where, cell, column),
          e);
    }
  }

  /** Reads what {@link #write} writes of every row of the curves. */
  static KeptResult<AtariSpec, AtariResult> read(JsonView json, AtariSpec standard) {
    AtariSpec spec = AtariSpecJson.read(json.at("config"), standard);
    List<AtariResult.SeedRun> runs =
        json.at("seeds").elements().stream().map(AtariResultJson::seed).toList();
    int rows = runs.stream().mapToInt(run -> run.curve().points().size()).min().orElse(0);
    int all = json.at("aggregate").elements().size();
    if (rows < all) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d of the %d rows of its curves, expected them all (--record-every 1): the"
                  + " final scores come from them",
              json.place(),
              rows,
              all));
    }
    return new KeptResult<>(spec, new AtariResult(spec, runs), RunFacts.read(json));
  }

  private static AtariResult.SeedRun seed(JsonView json) {
    return new AtariResult.SeedRun(
        json.at("seed").longInteger(),
        new LearningCurve(
            json.at("points").elements().stream().map(AtariResultJson::point).toList()),
        json.at("changes").elements().stream()
            .map(c -> new AtariResult.Change(c.at("steps").longInteger(), c.at("what").text()))
            .toList(),
        json.at("resumed").elements().stream().map(JsonView::text).toList());
  }

  private static LearningCurve.Point point(JsonView json) {
    return new LearningCurve.Point(
        json.at("steps").longInteger(),
        json.at("episodes").integer(),
        json.at("score").numberOrUndefined(),
        json.at("length").numberOrUndefined(),
        json.at("valueLoss").numberOrUndefined(),
        json.at("entropy").numberOrUndefined(),
        json.at("gradientNorm").numberOrUndefined(),
        NUMBERS.readAmongOthers(json, MetaParameters.class),
        json.at("outerLoss").numberOrUndefined(),
        json.at("cosinePlainLvc").numberOrUndefined());
  }

  static CsvTable csv(AtariResult result, int every) {
    CsvTable table = new CsvTable(COLUMNS);
    for (AtariResult.SeedRun run : result.runs()) {
      for (LearningCurve.Point p : rows(run, every)) {
        MetaParameters c = p.coefficients();
        table.row(
            run.seed(),
            p.steps(),
            p.steps() * result.spec().game().framesPerStep(),
            p.episodes(),
            p.score(),
            p.length(),
            p.valueLoss(),
            p.entropy(),
            p.gradientNorm(),
            c.gamma(),
            c.gaeLambda(),
            c.valueLossCoef(),
            c.entropyCoef(),
            p.outerLoss(),
            p.cosine());
      }
    }
    return table;
  }
}
