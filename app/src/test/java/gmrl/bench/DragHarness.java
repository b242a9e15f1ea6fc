package gmrl.bench;

import static gmrl.bench.OpenWindow.PATIENCE_MS;
import static gmrl.bench.OpenWindow.await;
import static gmrl.bench.OpenWindow.awaitFrame;
import static gmrl.bench.OpenWindow.awaitScene;
import static gmrl.bench.OpenWindow.find;
import static gmrl.bench.OpenWindow.millis;
import static gmrl.bench.OpenWindow.onFx;

import gmrl.app.Launcher;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.live.Standing;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;

/**
 * Drives the real α slider of the real window and prints how it felt.
 *
 * <ul>
 *   <li>start: until the window's first picture is drawn, and from then until the pictures with the
 *       first point and with every whole curve are;
 *   <li>jump: from one slider change to the first point drawn for the new value;
 *   <li>drag: 60 changes a second; how long the slider's handler, layout, and everything on the
 *       interface thread between two of its empty tasks took by the clock; in processor time, which
 *       a busy machine does not inflate, how long one handler and one pulse, which draws and lays
 *       out; and how often new points appeared;
 *   <li>{@code --start}: nothing but the start;
 *   <li>{@code --soak MINUTES}: heap after garbage collection while dragging on.
 * </ul>
 *
 * <p>Needs a display, or the build's option {@code gmrl.headless.window}.
 */
public final class DragHarness {
  private static final int JUMPS = 20;
  private static final int DRAG_SECONDS = 15;

  private final List<Double> handler = new ArrayList<>();
  private final List<Double> layout = new ArrayList<>();
  private final List<Double> blocked = new ArrayList<>();
  private final List<Double> handlerWork = new ArrayList<>();
  private final List<Double> pulseWork = new ArrayList<>();
  private final AtomicLong points = new AtomicLong();

  private DragHarness() {}

  /**
   * Runs the harness.
   *
   * @param args {@code --start} or {@code --soak MINUTES}, optional
   */
  public static void main(String[] args) throws Exception {
    double soak = args.length == 2 && args[0].equals("--soak") ? Double.parseDouble(args[1]) : 0;
    Path home = Files.createTempDirectory("gmrl-drag");
    // As at a second start: on the board.
    Files.writeString(home.resolve("settings.json"), "{\"page\": \"Board\"}");
    System.setProperty("gmrl.home", home.toString());
    new DragHarness().run(soak, args.length == 1 && args[0].equals("--start"));
    System.exit(0);
  }

  private void run(double soakMinutes, boolean startOnly) throws Exception {
    long start = System.nanoTime();
    Thread launcher = new Thread(Launcher::open, "launcher");
    launcher.setDaemon(true);
    launcher.start();
    Scene scene = awaitScene();
    double shown = millis(start);
    awaitFrame(scene);
    double visible = millis(start);
    List<ChartPane> all = await(() -> onFx(() -> ofBoard(scene)));
    // A column that must be computed anew when α moves; its own column only moves the cursor.
    ChartPane chart = all.get(1);
    Slider alpha =
        (Slider)
            await(
                () ->
                    find(
                        scene.getRoot(),
                        n ->
                            n instanceof Slider
                                && "inner step size".equals(n.getAccessibleText())));
    await(() -> onFx(() -> chart.modelProperty().get().isEmpty() ? null : Boolean.TRUE));
    awaitFrame(scene);
    double first = millis(start) - visible;
    await(() -> onFx(() -> all.stream().allMatch(DragHarness::isWhole) ? Boolean.TRUE : null));
    awaitFrame(scene);
    System.out.printf(
        Locale.ROOT,
        "start: window visible after %.0f ms (of the virtual machine %.0f; its frame alone after"
            + " %.0f), first point %.0f ms later, every column's curves %.0f ms later; processor"
            + " time of all threads until then %.0f ms%n",
        visible,
        (double) ManagementFactory.getRuntimeMXBean().getUptime() - millis(start) + visible,
        shown,
        first,
        millis(start) - visible,
        processorTime() * 1e-6);
    if (startOnly) {
      return;
    }

    Thread.sleep(4000); // Let the compiler settle, as it would while a person looks around.
    jumps(alpha, chart);
    AtomicBoolean on = new AtomicBoolean(true);
    Thread pinger = watch(scene, chart, on);
    drag(alpha, DRAG_SECONDS);
    on.set(false);
    pinger.join();
    Quantiles.print("drag: slider handler", handler);
    Quantiles.print("drag: layout pulse", layout);
    Quantiles.print("drag: interface thread away", blocked);
    Quantiles.print("drag: slider handler, processor time", handlerWork);
    Quantiles.print("drag: pulse, processor time", pulseWork);
    System.out.printf(
        Locale.ROOT,
        "drag: new points %.1f times a second%n",
        points.get() / (double) DRAG_SECONDS);
    soak(alpha, soakMinutes);
  }

  private void jumps(Slider alpha, ChartPane chart) throws Exception {
    List<Double> latencies = new ArrayList<>();
    List<Double> spent = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      double position = 0.3 + 0.4 * ((i * 7) % JUMPS) / JUMPS;
      CompletableFuture<Long> drawn = new CompletableFuture<>();
      AtomicBoolean asked = new AtomicBoolean();
      long[] begin = new long[2];
      onFx(
          () -> {
            long before = trials(chart.modelProperty().get());
            chart
                .modelProperty()
                .addListener(
                    (o, old, now) -> {
                      // What still comes for the old value rests on more trials than before.
                      boolean stale = now.standing() == Standing.STALE;
                      asked.compareAndSet(false, stale || trials(now) < before);
                      if (asked.get() && !stale && !first(now).isEmpty()) {
                        drawn.complete(System.nanoTime());
                      }
                    });
            begin[1] = processorTime();
            begin[0] = System.nanoTime();
            alpha.setValue(position);
            return null;
          });
      latencies.add((drawn.get(PATIENCE_MS, TimeUnit.MILLISECONDS) - begin[0]) * 1e-6);
      spent.add((processorTime() - begin[1]) * 1e-6);
      Thread.sleep(700);
    }
    Quantiles.print("jump: first new point", latencies);
    Quantiles.print("jump: processor time of all threads until then", spent);
  }

  /** Nanoseconds that the calling thread has worked. */
  private static long work() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Nanoseconds that all threads of this process have worked. */
  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Trials of all points of a plot. */
  private static long trials(ChartModel model) {
    return curves(model)
        .flatMap(series -> series.points().stream())
        .mapToLong(ChartPoint::trials)
        .sum();
  }

  /** Points of the first estimated curve. */
  private static List<ChartPoint> first(ChartModel model) {
    return curves(model).findFirst().map(ChartSeries::points).orElse(List.of());
  }

  /** The estimated curves, without what is drawn of single points of theirs. */
  private static Stream<ChartSeries> curves(ChartModel model) {
    return model.series().stream()
        .filter(series -> series.role() == Role.ESTIMATE && series.mark() == Mark.LINE);
  }

  /** Upper ends of the board's columns: α, K, |τ|, c. */
  private static final Set<Double> COLUMNS = Set.of(30.0, 8.0, 256.0);

  /**
   * The board's eight small plots, of each row those of α, K, |τ| and c from left to right; none as
   * long as they are not laid out.
   */
  private static List<ChartPane> ofBoard(Scene scene) {
    List<ChartPane> all = new ArrayList<>();
    find(
        scene.getRoot(),
        node -> node instanceof ChartPane pane && isOfBoard(pane) && !all.add(pane));
    if (all.size() != 8 || all.stream().anyMatch(pane -> pane.getWidth() <= 0)) {
      return null;
    }
    all.sort(
        Comparator.<ChartPane>comparingDouble(pane -> at(pane).getMinY())
            .thenComparingDouble(pane -> at(pane).getMinX()));
    return all;
  }

  private static Bounds at(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /** The small plots have no names on their axes; neither have others while they are empty. */
  private static boolean isOfBoard(ChartPane pane) {
    ChartModel model = pane.modelProperty().get();
    return model.x().label().isEmpty() && COLUMNS.contains(model.x().high());
  }

  /** Whether all of a plot's curves (not its dot) reach from one end of the axis to the other. */
  private static boolean isWhole(ChartPane pane) {
    ChartModel model = pane.modelProperty().get();
    List<List<ChartPoint>> curves =
        curves(model).map(ChartSeries::points).filter(points -> points.size() > 1).toList();
    return !curves.isEmpty()
        && curves.stream()
            .allMatch(
                points ->
                    points.get(0).x() == model.x().low()
                        && points.get(points.size() - 1).x() == model.x().high()
                        && points.stream().allMatch(ChartPoint::isPresent));
  }

  private Thread watch(Scene scene, ChartPane chart, AtomicBoolean on) throws Exception {
    long[] layoutStart = new long[1];
    long[] pulseStart = new long[1];
    onFx(
        () -> {
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              pulseStart[0] = work();
            }
          }.start();
          scene.addPreLayoutPulseListener(() -> layoutStart[0] = System.nanoTime());
          scene.addPostLayoutPulseListener(
              () -> {
                if (on.get()) {
                  layout.add(millis(layoutStart[0]));
                  pulseWork.add((work() - pulseStart[0]) * 1e-6);
                }
              });
          chart
              .modelProperty()
              .addListener(
                  (o, old, now) -> {
                    if (on.get() && !first(now).equals(first(old))) {
                      points.incrementAndGet();
                    }
                  });
          return null;
        });
    Thread pinger =
        new Thread(
            () -> {
              while (on.get()) {
                long asked = System.nanoTime();
                CompletableFuture<Long> answer = new CompletableFuture<>();
                Platform.runLater(() -> answer.complete(System.nanoTime()));
                blocked.add((answer.join() - asked) * 1e-6);
              }
            },
            "pinger");
    pinger.setDaemon(true);
    pinger.start();
    return pinger;
  }

  private void drag(Slider alpha, double seconds) throws Exception {
    onFx(
        () -> {
          alpha.setValueChanging(true);
          return null;
        });
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (int i = 0; System.nanoTime() < end; i++) {
      double position = 0.5 + 0.3 * Math.sin(i * 0.05);
      onFx(
          () -> {
            long begin = System.nanoTime();
            long work = work();
            alpha.setValue(position);
            handlerWork.add((work() - work) * 1e-6);
            handler.add(millis(begin));
            return null;
          });
      Thread.sleep(16);
    }
    onFx(
        () -> {
          alpha.setValueChanging(false);
          return null;
        });
  }

  private void soak(Slider alpha, double minutes) throws Exception {
    for (int i = 0; i < Math.ceil(6 * minutes); i++) {
      drag(alpha, 10);
      handler.clear();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "soak: %4d s, heap %.1f MB after collection%n",
          10 * (i + 1),
          (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }
  }
}
