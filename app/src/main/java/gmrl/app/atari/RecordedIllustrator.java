package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.lesson.DrawnExperiment;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.ui.Parameter;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.Experiment;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Recorded runs of learners on games in lessons, of all recorded seeds or the first of them. */
public final class RecordedIllustrator implements Illustrator {
  private static final String SEEDS = "seeds";

  /** Columns of a drawn curve. */
  private static final int COLUMNS = 10;

  @Override
  public String key() {
    return "recorded";
  }

  @Override
  public List<String> views() {
    return Measured.views();
  }

  @Override
  public Illustration read(JsonView json, String view) {
    json.only("game", "learners");
    List<Algorithm> learners = new ArrayList<>();
    if (json.has("learners")) {
      for (JsonView each : json.at("learners").elements()) {
        try {
          learners.add(Algorithm.of(each.text()));
        } catch (IllegalArgumentException e) {
          throw each.located(e);
        }
      }
    } else {
      learners.addAll(List.of(Algorithm.values()));
    }
    String game = json.at("game").text();
    List<RecordedRuns.Brief> runs = RecordedRuns.shipped();
    List<String> games = runs.stream().map(RecordedRuns.Brief::game).distinct().toList();
    if (!games.contains(game)) {
      throw json.at("game").unexpected("one of " + String.join(", ", games));
    }
    int all =
        (int)
            runs.stream()
                .filter(run -> run.game().equals(game))
                .mapToLong(RecordedRuns.Brief::seed)
                .distinct()
                .count();
    return new Shown(game, learners, view, all, all);
  }

  /**
   * What is drawn.
   *
   * @param seeds how many of each learner
   * @param all how many there are
   */
  private record Shown(String game, List<Algorithm> learners, String view, int seeds, int all)
      implements Illustration.Settled {
    Shown {
      learners = List.copyOf(learners);
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(
          new ReadingRuns(RecordedRuns::recorded, List.of()),
          (found, progress) -> draw(found.studies()));
    }

    private ChartModel draw(List<Study> studies) {
      List<Algorithm> hidden =
          Arrays.stream(Algorithm.values()).filter(a -> !learners.contains(a)).toList();
      return Study.preferred(studies, game)
          .map(study -> draw(study.without(hidden).first(seeds)))
          .orElseGet(this::empty);
    }

    private ChartModel draw(Study study) {
      if (view.equals(Measured.RETURNS)) {
        return AtariCharts.returns(study, true);
      }
      return Measured.coefficient(view)
          .map(name -> AtariCharts.coefficient(study, name, true))
          .orElseGet(
              () -> AtariCharts.diagnostic(study, Measured.diagnostic(view).orElseThrow(), true));
    }

    @Override
    public ChartModel empty() {
      ChartModel axes = AtariCharts.empty(Measured.label(view));
      return ChartModel.empty("", axes.x().between(0, length()), axes.y());
    }

    /** Of the game's first study, which is the one that is shown. */
    private double length() {
      return RecordedRuns.shipped().stream()
          .filter(run -> run.game().equals(game))
          .mapToDouble(run -> Study.millions(run.length()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public List<Double> columns() {
      double length = length();
      return IntStream.rangeClosed(0, COLUMNS).mapToObj(i -> length * i / COLUMNS).toList();
    }

    @Override
    public Map<String, Parameter> knobs() {
      return all < 2 ? Map.of() : Map.of(SEEDS, counted());
    }

    private Parameter counted() {
      return new Parameter(
          "n",
          SEEDS,
          "How many of the recorded runs of each learner are drawn and averaged.",
          all,
          1,
          all,
          Parameter.Scale.INTEGER);
    }

    @Override
    public double value(String knob) {
      return seeds;
    }

    @Override
    public Illustration with(String knob, double value) {
      return new Shown(game, learners, view, (int) value, all);
    }

    @Override
    public ObjectNode describe() {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ObjectNode recorded = node.putObject("recorded").put("game", game).put("show", view);
      recorded.put(SEEDS, seeds);
      var named = recorded.putArray("learners");
      learners.forEach(l -> named.add(l.id()));
      return node;
    }
  }
}
