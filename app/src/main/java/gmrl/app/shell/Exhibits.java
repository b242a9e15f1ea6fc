package gmrl.app.shell;

import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Between the plots of the window and the studio that makes figures of them: what there is, and
 * what somebody asks the studio to show.
 */
public final class Exhibits {
  /**
   * What the studio is asked to show.
   *
   * @param plot a plot of the window; empty for another figure
   * @param plan a figure that is not computed yet; empty for a plot
   * @param options how it stands on paper; empty to leave that as it is
   */
  public record Request(
      Optional<Exhibit> plot, Optional<FigurePlan> plan, Optional<FigureOptions> options) {}

  /** The plots in the order in which they came, with the page that each stands on. */
  private final Map<Exhibit, String> plots = new LinkedHashMap<>();

  private final List<Request> waiting = new ArrayList<>();
  private Consumer<Request> studio = waiting::add;

  /** Plots that are there before a page is open stand on the board. */
  private String page = ShellView.BOARD;

  /** On which page the plots stand that come from now on. */
  void setPage(String title) {
    page = title;
  }

  /** Adds a plot of the window; one that comes again takes the place of the earlier. */
  void add(Exhibit plot) {
    plots.keySet().removeIf(other -> other.id().equals(plot.id()));
    plots.put(plot, page);
  }

  /** Takes a plot away that is closed. */
  void remove(Exhibit plot) {
    plots.remove(plot);
  }

  /** The plots that have something to show, by page, in the order in which they came. */
  public Map<String, List<Exhibit>> plots() {
    Map<String, List<Exhibit>> shown = new LinkedHashMap<>();
    plots.forEach(
        (plot, on) -> {
          if (!plot.chart().get().isEmpty()) {
            shown.computeIfAbsent(on, title -> new ArrayList<>()).add(plot);
          }
        });
    return shown;
  }

  /** Asks the studio to show a plot. */
  public void show(Exhibit plot) {
    studio.accept(new Request(Optional.of(plot), Optional.empty(), Optional.empty()));
  }

  /** Asks the studio to compute and show a figure. */
  public void show(FigurePlan plan, FigureOptions options) {
    studio.accept(new Request(Optional.empty(), Optional.of(plan), Optional.of(options)));
  }

  /** Who hears the requests, those made before among them. */
  public void setStudio(Consumer<Request> handler) {
    studio = handler;
    waiting.forEach(handler);
    waiting.clear();
  }
}
