package gmrl.app.figure;

import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The page of a folder of figures: every picture with its title and source, its data, its
 * configuration and the command that makes it again.
 */
public final class FigureIndex {
  /** Name of the page. */
  private static final String FILE = "index.html";

  private final Path folder;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One figure of the folder.
   *
   * @param plan what it shows
   * @param files its files, pictures first
   * @param command what makes it again
   */
  private record Entry(FigurePlan plan, List<Path> files, String command) {}

  /** A page without figures. */
  public FigureIndex(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds a figure and writes the page, so that what is done is on it whatever comes after.
   *
   * @param files its files, pictures first
   * @param command what makes it again
   * @return the page
   * @throws IOException with one sentence if it cannot be written
   */
  public Path add(FigurePlan plan, List<Path> files, String command) throws IOException {
    entries.add(new Entry(plan, List.copyOf(files), command));
    Path page = folder.resolve(FILE);
    String html = HtmlPage.of("Figures", text(), Map.of());
    AtomicFile.write(page, html.getBytes(StandardCharsets.UTF_8));
    return page;
  }

  private String text() {
    StringBuilder text = new StringBuilder("# Figures\n\n| figure | what it shows |\n|---|---|\n");
    for (Entry entry : entries) {
      String id = entry.plan().id();
      text.append("| [").append(HtmlPage.plain(id)).append("](#").append(HtmlPage.anchor(id));
      text.append(") | ").append(HtmlPage.plain(entry.plan().title())).append(" |\n");
    }
    for (Entry entry : entries) {
      text.append("\n## ").append(HtmlPage.plain(entry.plan().id())).append("\n\n");
      text.append(HtmlPage.plain(entry.plan().title())).append(" (");
      text.append(HtmlPage.plain(entry.plan().source())).append(")\n\n");
      shown(entry)
          .ifPresent(
              picture ->
                  text.append("![")
                      .append(HtmlPage.plain(entry.plan().title()))
                      .append("](")
                      .append(picture)
                      .append(")\n\n"));
      List<String> links = new ArrayList<>();
      for (Path file : entry.files()) {
        String name = String.valueOf(file.getFileName());
        links.add("[" + HtmlPage.plain(name) + "](" + name + ")");
      }
      text.append(String.join(" · ", links)).append("\n\n`").append(entry.command()).append("`\n");
    }
    return text.toString();
  }

  /** The picture that browsers show. */
  private static java.util.Optional<String> shown(Entry entry) {
    for (FigureFormat format : List.of(FigureFormat.SVG, FigureFormat.PNG)) {
      for (Path file : entry.files()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith("." + format.extension())) {
          return java.util.Optional.of(name);
        }
      }
    }
    return java.util.Optional.empty();
  }
}
