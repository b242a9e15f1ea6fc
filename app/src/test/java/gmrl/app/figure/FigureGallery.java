package gmrl.app.figure;

import gmrl.app.chart.SampleCharts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes sample figures in every format into a folder, to be looked at. */
public final class FigureGallery {

  private FigureGallery() {}

  /**
   * Writes them.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    FigureOrigin made = new FigureOrigin("{\"sample\":true}", 1, "test");
    Path folder = Path.of(args[0]);
    List<FigureFormat> all = List.of(FigureFormat.values());
    long start = System.nanoTime();
    FigureWriter.write(
        Figure.of("full", SampleCharts.sampleSizes(), made),
        FigureOptions.of(FigureSize.FULL_WIDTH),
        all,
        folder);
    System.out.printf("first figure %.2f s%n", (System.nanoTime() - start) * 1e-9);
    FigureWriter.write(
        Figure.of("half", SampleCharts.sampleSizes(), made),
        FigureOptions.of(FigureSize.HALF_WIDTH),
        all,
        folder);
    Figure four =
        new Figure(
            "four",
            "Four panels",
            List.of(
                SampleCharts.sampleSizes(),
                SampleCharts.belowZero(),
                SampleCharts.decompositions(),
                SampleCharts.seeds()),
            2,
            false,
            made);
    FigureWriter.write(four, FigureOptions.of(FigureSize.FULL_WIDTH), all, folder);
    Figure shared =
        new Figure(
            "shared",
            "Shared legend",
            List.of(
                SampleCharts.sampleSizes().withTitle("(a) α = 1"),
                SampleCharts.sampleSizes().withTitle("(b) α = 3"),
                SampleCharts.sampleSizes().withTitle("(c) α = 10")),
            3,
            true,
            made);
    FigureWriter.write(shared, FigureOptions.of(FigureSize.FULL_WIDTH), all, folder);
    System.out.printf("four figures %.2f s%n", (System.nanoTime() - start) * 1e-9);
  }
}
