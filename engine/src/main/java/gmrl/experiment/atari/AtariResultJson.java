package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.Provenance;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.meta.MeanEstimate;
import java.util.List;

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
    if (!facts.complete()) {
      node.put("interrupted", true);
    }
    ObjectNode timing = node.putObject("timing");
    timing.put("seconds", facts.seconds());
    timing.put("environmentSteps", result.steps());
    ObjectNode versions = node.putObject("versions");
    Provenance.current().asMap().forEach(versions::put);
    return node;
  }

  private static ObjectNode mean(MeanEstimate mean) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("mean", Json.number(mean.mean()));
    node.set("standardError", Json.number(mean.standardError()));
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
