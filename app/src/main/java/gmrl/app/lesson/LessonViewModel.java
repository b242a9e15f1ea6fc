package gmrl.app.lesson;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.ui.ParameterViewModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A walk through one lesson. It has numbers of its own: what stands on the window's sliders is left
 * alone. Belongs to the interface thread.
 */
public final class LessonViewModel {
  private static final ChartModel BLANK =
      ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""));

  private final Lesson lesson;
  private final LiveView<Illustration, ChartModel> live;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Map<String, Double>> turned = new ArrayList<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private int at;
  private final ReadOnlyObjectWrapper<ChartModel> chart = new ReadOnlyObjectWrapper<>(BLANK);
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OPEN);
  private List<ParameterViewModel> sliders = List.of();
  private @Nullable Long seed;
  private final ReadOnlyBooleanWrapper warned = new ReadOnlyBooleanWrapper();
  private boolean wanted;

  /** What was asked since the present step was gone to; other numbers are not those of its plot. */
  private final Set<Illustration> asked = new HashSet<>();

  /** How far a step is. */
  public enum Phase {
    /** It waits for a prediction. */
    ASKING,
    /** The answer was asked for, and the numbers are not complete yet. */
    COMPUTING,
    /** Everything is shown. */
    OPEN
  }

  /** Begins a lesson; nothing is computed before {@link #start}. */
  public LessonViewModel(Laboratory lab, Lesson lesson) {
    this(lab, lesson, List.of());
  }

  /**
   * Goes on with a lesson at the first question that is still open.
   *
   * @param kept an answer for each step; none to begin
   */
  LessonViewModel(Laboratory lab, Lesson lesson, List<Answer> kept) {
    this.lesson = lesson;
    live = new LiveView<>(lab, lesson.title(), LiveView.Pace.AT_ONCE, shown -> shown.experiment());
    for (int i = 0; i < lesson.steps().size(); i++) {
      answers.add(kept.isEmpty() ? Answer.NONE : kept.get(i));
      turned.add(new LinkedHashMap<>());
    }
    live.answerProperty().addListener((o, old, now) -> draw());
    go(firstOpen());
  }

  private int firstOpen() {
    for (int i = 0; i < answers.size(); i++) {
      if (lesson.steps().get(i).question().isPresent() && !answers.get(i).revealed()) {
        return answers.subList(0, i).stream().anyMatch(Answer::revealed) ? i : 0;
      }
    }
    return 0;
  }

  /** What is taught. */
  public Lesson lesson() {
    return lesson;
  }

  /** The present step. */
  public Lesson.Step step() {
    return lesson.steps().get(at);
  }

  /** Its number, from 0. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /** What is drawn now: axes and the prediction, or the numbers beside it. */
  public ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** What was made of the present step. */
  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** How far the present step is. */
  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Why the present settings show nothing; empty if they do. */
  public ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** What was made of every step. */
  public List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** The sliders of the present step. */
  public List<ParameterViewModel> sliders() {
    return sliders;
  }

  /** Where a prediction may be drawn now: the columns of the plot; empty if nowhere. */
  public List<Double> columns() {
    boolean drawing =
        phase.get() == Phase.ASKING
            && step().question().filter(Question.Draw.class::isInstance).isPresent();
    return drawing ? plot().map(p -> p.shown().columns()).orElse(List.of()) : List.of();
  }

  /** Share of the numbers that is computed, 0 to 1. */
  public double progress() {
    LiveView.Answer<Illustration, ChartModel> now = numbers();
    return now == null || now.standing() == Standing.STALE ? 0 : now.progress();
  }

  /** Whether there is a step after this one. */
  public boolean hasNext() {
    return at + 1 < lesson.steps().size();
  }

  /** Whether there is a step before this one. */
  public boolean hasBack() {
    return at > 0;
  }

  /** Computes while the lesson is on screen. */
  public void start() {
    live.start();
  }

  /** Lets go of what is running, until {@link #start}. */
  public void stop() {
    live.stop();
  }

  /** Computes the present plot anew. */
  public void restart() {
    live.restart();
  }

  /** Goes on with numbers that were cancelled. */
  public void resume() {
    live.resume();
  }

  /** Chooses one of the answers. */
  public void choose(int choice) {
    edit(answer.get().choosing(choice));
  }

  /** Draws the height of the predicted curve in one column. */
  public void draw(double column, double height) {
    edit(answer.get().drawing(answer.get().drawn().with(column, height)));
    draw();
  }

  /** Wipes the predicted curve. */
  public void wipe() {
    edit(answer.get().drawing(Prediction.NONE));
    draw();
  }

  /** Writes an answer in own words. */
  public void write(String words) {
    edit(answer.get().writing(words));
  }

  /** Shows the answer, as soon as the numbers are complete. */
  public void reveal() {
    wanted = true;
    live.resume();
    draw();
  }

  /**
   * Reveals what is still hidden, and goes to the next step otherwise; never leaves the lesson.
   *
   * @param hall whether somebody teaches: the class has predicted aloud. Otherwise a step without a
   *     prediction is revealed only when asked twice.
   */
  public void advance(boolean hall) {
    if (phase.get() == Phase.ASKING && !hall && !warned.get() && isUnanswered()) {
      warned.set(true);
    } else if (phase.get() == Phase.ASKING) {
      reveal();
    } else if (phase.get() == Phase.OPEN) {
      next();
    }
  }

  /** Whether the answer was asked for before anything was predicted. */
  ReadOnlyBooleanProperty warnedProperty() {
    return warned.getReadOnlyProperty();
  }

  /** Own words may stay unwritten. */
  private boolean isUnanswered() {
    Question question = step().question().orElse(null);
    return question instanceof Question.Draw
        ? answer.get().drawn().isEmpty()
        : question instanceof Question.Choose && answer.get().choice().isEmpty();
  }

  /** Goes to the next step, if there is one. */
  public void next() {
    if (hasNext()) {
      go(at + 1);
    }
  }

  /** Goes to the step before, if there is one. */
  public void back() {
    if (hasBack()) {
      go(at - 1);
    }
  }

  /** Goes to a step. */
  public void go(int to) {
    wanted = false;
    warned.set(false);
    at = to;
    asked.clear();
    sliders =
        plot().map(p -> p.sliders().stream().map(s -> slider(p, s)).toList()).orElse(List.of());
    answer.set(answers.get(to));
    ask();
    index.set(to);
  }

  /** Whether a slider of this step stands elsewhere than the lesson has put it. */
  public boolean isMoved() {
    return plot().isPresent() && !present().equals(lessons());
  }

  /** Puts the sliders of this step back. */
  public void restore() {
    turned.get(at).clear();
    ask();
  }

  /** Takes another seed for this and all further steps. */
  public void setSeed(long other) {
    seed = other;
    ask();
  }

  private Optional<Lesson.Plot> plot() {
    return step().plot();
  }

  /** The plot's illustration as the lesson has it, with the present seed. */
  private Illustration lessons() {
    Illustration shown = plot().orElseThrow().shown();
    return seed == null || shown.recorded() ? shown : shown.withSeed(seed);
  }

  private Illustration present() {
    Illustration shown = lessons();
    for (Map.Entry<String, Double> knob : turned.get(at).entrySet()) {
      shown = shown.with(knob.getKey(), knob.getValue());
    }
    return shown;
  }

  private ParameterViewModel slider(Lesson.Plot plot, Lesson.Slider slider) {
    Map<String, Double> mine = turned.get(at);
    return new ParameterViewModel(
        Objects.requireNonNull(plot.shown().knobs().get(slider.knob()))
            .over(slider.from(), slider.to()),
        value -> {
          present().with(slider.knob(), value);
          mine.put(slider.knob(), value);
          ask();
        });
  }

  private void mirror() {
    if (plot().isPresent()) {
      List<Lesson.Slider> shown = plot().get().sliders();
      for (int i = 0; i < shown.size(); i++) {
        sliders.get(i).show(present().value(shown.get(i).knob()));
      }
    }
  }

  private void ask() {
    mirror();
    if (plot().isPresent()) {
      live.ask(
          () -> {
            Illustration shown = present();
            asked.add(shown);
            return shown;
          });
    } else {
      live.askNothing();
    }
    draw();
  }

  private void edit(Answer next) {
    answers.set(at, next);
    answer.set(next);
  }

  /** What is known of the present plot, maybe with its sliders elsewhere; null where nothing is. */
  private LiveView.@Nullable Answer<Illustration, ChartModel> numbers() {
    LiveView.Answer<Illustration, ChartModel> now = live.answer();
    return now != null && asked.contains(now.question()) ? now : null;
  }

  private void draw() {
    LiveView.Answer<Illustration, ChartModel> now = numbers();
    boolean complete =
        plot().isEmpty()
            || (now != null
                && now.standing() == Standing.FRESH
                && now.question().equals(present()));
    boolean hidden = step().question().isPresent() && !answer.get().revealed();
    if (hidden && wanted && complete) {
      edit(answer.get().revealing());
      hidden = false;
      wanted = false;
    }
    if (!hidden && complete && now != null && plot().isPresent() && !isMoved()) {
      edit(answer.get().with(now.snapshot(), step().holds()));
    }
    phase.set(hidden ? wanted ? Phase.COMPUTING : Phase.ASKING : Phase.OPEN);
    chart.set(plot().map(p -> picture(p, now)).orElse(BLANK));
  }

  private ChartModel picture(
      Lesson.Plot plot, LiveView.@Nullable Answer<Illustration, ChartModel> now) {
    ChartModel numbers =
        phase.get() == Phase.OPEN && now != null
            ? now.snapshot().withStanding(now.standing())
            : plot.shown().empty().withStanding(Standing.FRESH);
    return plot.frame(answer.get().drawn().on(numbers));
  }

  /** What computes the plot as it is shown; empty while it is hidden. */
  Optional<PanelPlan> plan() {
    LiveView.Answer<Illustration, ChartModel> now = numbers();
    return phase.get() != Phase.OPEN || now == null
        ? Optional.empty()
        : plot().map(plot -> new LessonPanel("", plot, now.question(), answer.get().drawn()));
  }

  /** What the drawn curve and the measured one have to do with one another, in words. */
  public String comparison() {
    Answer made = answer.get();
    if (!(step().question().orElse(null) instanceof Question.Draw question)
        || made.result().isEmpty()) {
      return "";
    }
    ChartModel result = made.result().get();
    try {
      return made.drawn()
          .beside(Curves.named(result, question.curve()), result.x().label(), result.y().unit());
    } catch (IllegalArgumentException e) {
      return "Nothing to compare it with: " + e.getMessage() + ".";
    }
  }
}
