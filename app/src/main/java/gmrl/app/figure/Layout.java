package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a figure's panels in order for paper: headings, letters, cursors, columns, legend. */
final class Layout {
  private static final Pattern LETTERED = Pattern.compile("\\([a-z]\\)\\s*(.*)");

  private Layout() {}

  /** The figure as the options ask for it. */
  static Figure of(Figure figure, FigureOptions options) {
    List<ChartModel> panels = new ArrayList<>();
    int count = figure.panels().size();
    boolean words = options.titles().orElse(count > 1);
    for (int i = 0; i < count; i++) {
      ChartModel panel = figure.panels().get(i);
      String letter = options.letters() && count > 1 ? letter(i) : "";
      String title = words ? (letter + " " + bare(panel.title())).strip() : letter;
      ChartModel drawn = panel.withTitle(title);
      panels.add(
          options.cursor()
              ? drawn
              : drawn.withLines(drawn.lines().stream().filter(line -> !line.cursor()).toList()));
    }
    return new Figure(
        figure.id(),
        figure.title(),
        panels,
        options.columns().orElse(figure.columns()),
        options.sharedLegend().orElse(figure.sharedLegend()),
        figure.provenance());
  }

  /** The letter of the n-th panel, from 0. */
  static String letter(int index) {
    return "(" + (char) ('a' + index % 26) + ")";
  }

  /** A heading without its letter. */
  static String bare(String heading) {
    Matcher m = LETTERED.matcher(heading);
    return m.matches() ? m.group(1) : heading;
  }
}
