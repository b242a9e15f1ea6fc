package gmrl.app.live;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Work;
import gmrl.experiment.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A question that follows the controls and its answer, which says what it is worth.
 *
 * <p>Ask as often as you like: the same question is not computed twice, a question that was
 * answered before is answered at once, and what stays on screen meanwhile is {@link
 * Standing#STALE}. A question that cannot be put into words, and one whose computation fails, leave
 * the old answer where it is, marked, and say why ({@link #problemProperty}). Nothing runs before
 * {@link #start} or after {@link #stop} or {@link #rest}. Belongs to the interface thread.
 *
 * @param <Q> an immutable question with value equality
 * @param <T> immutable snapshot of an answer
 */
public final class LiveView<Q, T> {
  /** Complete answers that are remembered. */
  private static final int REMEMBERED = 8;

  /** How soon a question is computed. */
  public enum Pace {
    /** At once: somebody is looking at it while dragging. */
    AT_ONCE,
    /** When the controls rest. */
    WHEN_QUIET
  }

  /**
   * What is known.
   *
   * @param question what it answers; with {@link Standing#STALE} not the present one
   * @param snapshot the answer so far
   * @param work how much of it is in the snapshot
   * @param standing what it is worth
   */
  public record Answer<Q, T>(Q question, T snapshot, Work work, Standing standing) {
    /** Share of the work that is done, 0 to 1. */
    public double progress() {
      return work.share();
    }

    /** The same answer to the question in other terms. */
    public <P> Answer<P, T> to(P other) {
      return new Answer<>(other, snapshot, work, standing);
    }

    private Answer<Q, T> as(Standing other) {
      return new Answer<>(question, snapshot, work, other);
    }
  }

  private record Told<Q, T>(Q question, T snapshot) {}

  private final Pace pace;
  private final Function<Q, Experiment<T>> experiment;
  private final LiveExperiment<Told<Q, T>> live;
  private final ReadOnlyObjectWrapper<@Nullable Answer<Q, T>> answer =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Map<Q, Answer<Q, T>> remembered = new LinkedHashMap<>(16, 0.75f, true);
  private boolean started;
  private @Nullable Q wanted;

  /** A question that nobody has looked at yet. */
  private @Nullable Supplier<Optional<Q>> unread;

  /** What is running, stopped or answered; null where nothing of the present question is. */
  private @Nullable Q asked;

  /**
   * A view that has not been asked anything.
   *
   * @param title what a person calls it
   * @param experiment what computes the answer of a question
   */
  public LiveView(Laboratory lab, String title, Pace pace, Function<Q, Experiment<T>> experiment) {
    this.pace = pace;
    this.experiment = experiment;
    live = new LiveExperiment<>(lab, title);
    live.stateProperty().addListener((o, old, now) -> hear(now));
    live.failureProperty()
        .addListener(
            (o, old, now) -> {
              if (!now.isEmpty()) {
                problem.set("Failed: " + sentence(now));
              }
            });
  }

  /** The newest answer; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Answer<Q, T>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** The newest answer; null while there is none. */
  public @Nullable Answer<Q, T> answer() {
    return answer.get();
  }

  /**
   * Why the present settings have no answer, or not the whole of it; empty where nothing is wrong.
   */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something is computed now. */
  public ReadOnlyBooleanProperty runningProperty() {
    return live.runningProperty();
  }

  /** The question that was asked last; null without one. */
  public @Nullable Q question() {
    return wanted;
  }

  /** Begins to compute. */
  public void start() {
    started = true;
    Supplier<Optional<Q>> question = unread;
    if (question != null) {
      askIfAny(question);
    } else {
      run();
    }
    live.goOn();
  }

  /** Lets go of what is running, until {@link #start}; what is known stays and is gone on from. */
  public void stop() {
    started = false;
    if (live.isRunning() || live.isWaiting()) {
      asked = null;
    }
    live.cancel();
  }

  /** As {@link #stop}, for what would begin from nothing: it waits, and goes on from there. */
  public void rest() {
    if (live.isWaiting()) {
      stop();
    } else {
      started = false;
      live.hold();
    }
  }

  /**
   * Whether somebody looks at what is running: else it waits. Questions begin all the same, unlike
   * after {@link #rest}.
   */
  public void setLookedAt(boolean now) {
    if (now) {
      live.goOn();
    } else {
      live.hold();
    }
  }

  /** Whether somebody holds what is running, by means of his own, which the list of tasks says. */
  public void setHeld(boolean now) {
    live.setHeld(now);
  }

  /** Stops what is running, which stays as it is until {@link #resume} or another question. */
  public void cancel() {
    live.cancel();
  }

  /** Forgets every answer and computes the present question anew. */
  public void restart() {
    remembered.clear();
    asked = null;
    live.cancel();
    run();
  }

  /**
   * Takes an answer that was stored: whoever asks this question gets it as {@link Standing#STORED},
   * until {@link #restart}, and nothing is computed for it.
   *
   * @param question what it answers
   * @param snapshot the whole of it
   */
  public void recall(Q question, T snapshot) {
    remember(new Answer<>(question, snapshot, Work.UNKNOWN.finished(), Standing.STORED));
    if (question.equals(asked)) {
      asked = null;
    }
    run();
  }

  /** Goes on with a present question that was cancelled or has failed. */
  public void resume() {
    Answer<Q, T> present = answer.get();
    boolean stopped =
        present == null
            ? !live.isRunning()
            : present.standing() == Standing.CANCELLED
                || present.standing() == Standing.FAILED
                || (present.standing() == Standing.STALE && !live.isRunning());
    if (stopped) {
      asked = null;
      run();
    }
  }

  /**
   * Asks what the present settings call for; while the view rests, the question waits unread.
   *
   * @param question may refuse by an IllegalArgumentException with a sentence
   */
  public void ask(Supplier<Q> question) {
    askIfAny(() -> Optional.of(question.get()));
  }

  /**
   * As {@link #ask}, for who presses a button: what is running is given up, and a question that was
   * stopped or has failed is computed again.
   */
  public void demand(Supplier<Q> question) {
    live.cancel();
    Q before = asked;
    ask(question);
    if (before != null && before.equals(asked)) {
      resume();
    }
  }

  /** As {@link #ask}, where there may be nothing to compute: then there is no answer either. */
  public void askIfAny(Supplier<Optional<Q>> question) {
    if (!started) {
      unread = question;
      return;
    }
    unread = null;
    Optional<Q> next;
    try {
      next = question.get();
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return;
    }
    if (next.isPresent()) {
      wanted = next.get();
      run();
    } else {
      problem.set("");
      wanted = null;
      asked = null;
      live.cancel();
      answer.set(null);
    }
  }

  /** Asks nothing: there is nothing to compute at the present settings. */
  public void askNothing() {
    askIfAny(Optional::empty);
  }

  private void refuse(String why) {
    wanted = null;
    asked = null;
    live.cancel();
    spoil();
    problem.set("Not shown: " + sentence(why));
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private void run() {
    Q question = wanted;
    if (!started || question == null || question.equals(asked)) {
      return;
    }
    asked = question;
    problem.set("");
    Answer<Q, T> known = remembered.get(question);
    if (known != null) {
      live.cancel();
      answer.set(known);
      return;
    }
    spoil();
    Experiment<Told<Q, T>> telling = new Telling<>(question, experiment.apply(question));
    if (pace == Pace.AT_ONCE) {
      live.request(telling);
    } else {
      live.requestWhenQuiet(telling);
    }
  }

  private void spoil() {
    Answer<Q, T> present = answer.get();
    if (present != null && !present.question().equals(asked)) {
      answer.set(present.as(Standing.STALE));
    }
  }

  private void hear(LiveExperiment.@Nullable State<Told<Q, T>> now) {
    if (now == null || (wanted == null && asked == null)) {
      return;
    }
    Q question = now.snapshot().question();
    Standing standing = question.equals(asked) ? now.standing() : Standing.STALE;
    Answer<Q, T> next = new Answer<>(question, now.snapshot().snapshot(), now.work(), standing);
    if (now.standing() == Standing.FRESH) {
      remember(next.as(Standing.FRESH));
    }
    answer.set(next);
  }

  private void remember(Answer<Q, T> complete) {
    remembered.put(complete.question(), complete);
    if (remembered.size() > REMEMBERED) {
      remembered.remove(remembered.keySet().iterator().next());
    }
  }

  /** An experiment whose snapshots name their question. */
  private record Telling<Q, T>(Q question, Experiment<T> inner) implements Experiment<Told<Q, T>> {
    @Override
    public String units() {
      return inner.units();
    }

    @Override
    public long total() {
      return inner.total();
    }

    @Override
    public Told<Q, T> run(
        Workers workers, CancellationToken token, Snapshots<Told<Q, T>> snapshots) {
      return new Told<>(
          question,
          inner.run(
              workers,
              token,
              (done, snapshot) -> snapshots.publish(done, new Told<>(question, snapshot))));
    }
  }
}
