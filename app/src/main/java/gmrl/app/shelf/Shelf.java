package gmrl.app.shelf;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.figure.KeptCurves;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.experiment.Family;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.store.RunNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * The runs that are kept, named ones and recent ones, and what of the window could be kept now.
 *
 * <p>Belongs to the interface thread.
 */
public final class Shelf {
  /** Colours of kept runs. */
  public static final List<Integer> COLOURS = Colours.TO_CHOOSE;

  /** A result that has stood so long is worth an automatic entry. */
  private static final Duration RESTED = Duration.ofSeconds(4);

  private final Path root;
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final Consumer<String> tell;
  private final Consumer<String> done;
  private final Reopening reopening;
  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  private final Offers offers;
  private final Wishes wishes;
  private final KeptRuns kept;
  private final RunLabels labels;
  private final Deletions deletions;
  private final StoredPages pages;
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * A shelf that has not been read yet.
   *
   * @param root folder of the runs; need not exist
   * @param disk runs what waits for the disk, one after another
   * @param tell takes one sentence about something that was not done as asked
   * @param done takes one sentence about something that was
   */
  public Shelf(
      Path root,
      Laboratory lab,
      StateModel<LabState> state,
      LabStateJson files,
      Executor disk,
      Consumer<String> tell,
      Consumer<String> done) {
    this.tell = tell;
    this.done = done;
    this.root = root;
    ShelfFolder folder = new ShelfFolder(root, files, sources);
    this.lab = lab;
    this.state = state;
    offers = new Offers(sources, state);
    DiskWork work = new DiskWork(disk, tell);
    kept = new KeptRuns(folder, work, lab.ui());
    wishes = new Wishes(offers, kept, tell);
    labels = new RunLabels(kept.all(), sources, state::get);
    pages = new StoredPages(lab, new Arrivals(state, tell), disk);
    deletions = new Deletions(folder.bin(), work, lab.ui(), state, this::label, done);
    deletions.follow(gone -> kept.refresh(), kept::refresh);
    reopening = new Reopening(folder, lab.ui(), pages.arrivals(), sources, work, tell);
    work.then(folder::tidy);
  }

  /** Lets a family's runs be kept. */
  public void register(Source source) {
    sources.put(source.kind(), source);
  }

  /** What is kept, newest first. */
  public ObservableList<KeptRun> runs() {
    return kept.all();
  }

  /** Whether it is known what is kept: the folder has been read, or cannot be. */
  public ReadOnlyBooleanProperty readProperty() {
    return kept.readProperty();
  }

  /** Whether the drawer is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What somebody has kept and is not there yet. */
  public ObservableList<Awaited> awaited() {
    return kept.awaited();
  }

  /** The run that was kept last, so that it can be named. */
  public ReadOnlyObjectProperty<Optional<Path>> freshProperty() {
    return kept.freshProperty();
  }

  /** What was deleted. */
  public Deletions deletions() {
    return deletions;
  }

  /** Families whose result of what stands there now could be kept, the latest first. */
  public List<Source> keepable() {
    return offers.present().stream()
        .flatMap(o -> Optional.ofNullable(sources.get(o.kind())).stream())
        .toList();
  }

  /** What there is of a family's result that was stopped, in a few words; empty if that is all. */
  public Optional<String> stopped(String kind) {
    return offers.of(kind).flatMap(Offer::stopped);
  }

  /**
   * Keeps what a page shows, at once or as soon as it is complete.
   *
   * @return why it has to wait, cannot be kept, or not as a whole, in one sentence; empty if it is
   *     kept
   */
  public Optional<String> keepShown(String page) {
    Optional<Source> wanted =
        sources.values().stream()
            .filter(s -> s.pages().contains(page))
            .findFirst()
            .or(() -> keepable().stream().findFirst());
    if (wanted.isEmpty()) {
      return Optional.of("Nothing is complete yet.");
    }
    if (!keepable().contains(wanted.get())) {
      open.set(open.get() || wishes.isOpenTo(wanted.get())); // where it can be named at once
      return Optional.of(wishes.add(wanted.get(), state.get()));
    }
    Optional<String> part =
        offers.of(wanted.get().kind()).flatMap(o -> o.keptPart(wanted.get().title(), kept.all()));
    keepPresent(wanted.get().kind());
    return part;
  }

  /**
   * Hears how far the answer of a family is: one that was stopped or has failed will not be
   * complete, and who waits for it is told.
   */
  public void hear(Family<?, ?> family, Standing standing) {
    if (!standing.isPart()) {
      offers.forgetPart(family.id());
    }
    wishes.hear(family, standing);
  }

  /**
   * Hears of every answer of a family: how far it is, and what it came to where it is complete.
   *
   * @param updates how many rows a complete one has
   */
  public <S, R> void follow(
      Family<S, R> family,
      ObservableValue<LiveView.Answer<S, R>> answers,
      ToIntFunction<? super S> updates) {
    answers.addListener(
        (o, was, is) -> {
          if (is != null) {
            hear(family, is, updates.applyAsInt(is.question()));
          }
        });
  }

  /**
   * Hears of an answer of a family.
   *
   * @param updates how many rows a complete one has
   */
  public <S, R> void hear(Family<S, R> family, LiveView.Answer<S, R> answer, int updates) {
    if (answer.standing().isPart()) {
      offers.add(Offer.part(family, answer, Overlays.stride(updates), state.get()));
    }
    hear(family, answer.standing());
    if (answer.standing() == Standing.FRESH) {
      offer(family, answer.question(), answer.snapshot(), updates);
    }
  }

  /**
   * Hears that nothing of a family becomes complete by itself, until {@link #hear} says otherwise.
   *
   * @param why what to say to who wants it kept, one sentence
   */
  public void rest(Family<?, ?> family, String why) {
    wishes.rest(family, why);
  }

  /** What a family of the window knows about its runs; empty where the window has no such page. */
  public Optional<Source> source(String kind) {
    return Optional.ofNullable(sources.get(kind));
  }

  /**
   * Hears of a complete result of what stands in the window; if it stands for a while it becomes a
   * recent run.
   */
  public <S, R> void offer(Family<S, R> family, S spec, R result) {
    offer(family, spec, result, 1);
  }

  /**
   * The same with a long series.
   *
   * @param updates how many rows it has; only so many are kept as a curve shows
   */
  public <S, R> void offer(Family<S, R> family, S spec, R result, int updates) {
    Offer offer = Offer.of(family, spec, result, Overlays.stride(updates), state.get());
    offers.add(offer);
    Optional<Awaited> wished = wishes.fulfil(offer, family.title());
    if (wished.isPresent()) {
      kept.keepNamed(offer, wished.get(), this::pointAgain);
      done.accept("“" + family.title() + "” is complete and kept.");
      return;
    }
    lab.later()
        .run(
            RESTED,
            () -> {
              if (offers.contains(offer)) {
                kept.keepRecent(offer, path -> {});
              }
            });
  }

  /** Keeps the present result of a family, shows it over its plots and asks for a name. */
  public void keepPresent(String kind) {
    offers.of(kind).ifPresent(this::keepNamed);
  }

  /**
   * Tells where the present result of a family is kept; one that is not becomes a recent run.
   *
   * @param then takes its folder, on the interface thread
   */
  public void findPresent(String kind, Consumer<Path> then) {
    offers.of(kind).filter(o -> isWhole(kind)).ifPresent(o -> kept.keepRecent(o, then));
  }

  /** Whether the whole result of what stands in the window now is known. */
  public boolean isWhole(String kind) {
    return offers.present().stream().anyMatch(o -> o.kind().equals(kind) && o.isComplete());
  }

  /** Keeps a result for good, shows it over the plots of its family and asks for a name. */
  public <S, R> void keep(Family<S, R> family, S spec, R result) {
    keepNamed(Offer.of(family, spec, result, 1, state.get()));
  }

  /** The same with an answer that was stopped or could not go on: it is kept as incomplete. */
  public <S, R> void keepPart(Family<S, R> family, LiveView.Answer<S, R> answer) {
    Offer part = Offer.part(family, answer, 1, state.get());
    Optional<String> said = part.keptPart(family.title(), kept.all());
    keepNamed(part);
    said.ifPresent(done);
  }

  private void keepNamed(Offer offer) {
    open.set(true);
    String title = source(offer.kind()).map(Source::title).orElse(offer.kind());
    kept.keepNamed(offer, Awaited.written(title), this::pointAgain);
  }

  /** Without a word it would look as if nothing had been done. */
  private void pointAgain(Path path) {
    kept.at(path).ifPresent(run -> tell.accept("This is kept already, as “" + label(run) + "”."));
  }

  /** Reads again what lies in the folder: other windows and commands write there too. */
  public void refresh() {
    kept.refresh();
  }

  /** Changes what a person has said about a run: a step of undo. */
  public void change(KeptRun run, UnaryOperator<RunNote> change) {
    RunNote before = kept.at(run.path()).map(KeptRun::note).orElse(run.note());
    RunNote after = change.apply(before);
    if (!after.equals(before)) {
      kept.change(run.path(), change);
      state.did(new NoteChange(kept, run.path(), before, after, this::tellChanged));
    }
  }

  /** What is not seen is said. */
  private void tellChanged(Path path, String what) {
    if (!open.get()) {
      done.accept("“" + label(path) + "” " + what + ".");
    }
  }

  /** Takes a run away, until it is brought back. */
  public void delete(KeptRun run) {
    deletions.delete(List.of(run.path()));
  }

  /** The pages that show what was stored. */
  public StoredPages pages() {
    return pages;
  }

  /** The folder of the runs. */
  public Path root() {
    return root;
  }

  /** Puts the settings of a run into the window and its curves over the plots. */
  public void reopen(KeptRun run) {
    if (!run.note().shown()) {
      kept.change(run.path(), note -> note.withShown(true));
    }
    reopening.settings(run.kind(), run.path(), run.config());
  }

  /** Puts stored settings, and stored answers, into the window. */
  public Reopening reopening() {
    return reopening;
  }

  /** What reopening a run would change of the present settings. */
  public List<ConfigDiff.Change> changes(KeptRun run) {
    return RunLabels.changes(sources.get(run.kind()), run, state.get());
  }

  /** The same of the settings of a first start. */
  public List<ConfigDiff.Change> beyondUsual(KeptRun run) {
    return RunLabels.changes(sources.get(run.kind()), run, LabState.initial());
  }

  /** What a run is called: by its name, else by what differs from the settings of a first start. */
  public String label(KeptRun run) {
    return labels.of(run);
  }

  /**
   * What a run's curves are called over a plot: as the run, and before it what is another there
   * than in the window now and no number, such as the problem.
   */
  public String inLegend(KeptRun run) {
    return labels.inLegend(run);
  }

  /** What a stored result is called: as the run that it is kept as, else as its file. */
  public String label(Path place) {
    return kept.at(place).map(this::label).orElse(String.valueOf(place.getFileName()));
  }

  /** The runs whose curves lie over a chart, with these curves. */
  public List<KeptCurves> over(ChartModel chart) {
    // Drawn names may say more than that, of what stood in the window when they were drawn.
    return Overlays.in(chart, kept.all(), this::label);
  }

  /**
   * A chart with the shown runs of its family drawn over it.
   *
   * @param curves what of a run belongs into the chart as it is now
   */
  public ReadOnlyObjectProperty<ChartModel> over(
      String kind,
      ObservableValue<ChartModel> chart,
      BiFunction<KeptRun, ChartModel, List<ChartSeries>> curves) {
    return Overlays.over(
        chart,
        kept.all(),
        run -> run.kind().equals(kind) && run.note().shown() && run.table().isPresent(),
        curves);
  }
}
