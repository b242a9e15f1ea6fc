package gmrl.app.studio;

import gmrl.app.figure.Caption;
import gmrl.app.figure.ColourVision;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureProof;
import gmrl.app.figure.FigureWriter;
import java.util.List;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

/**
 * A sketch as it would come out of the printer, with its words.
 *
 * @param image the picture
 * @param perInch pixels of the window for each inch of paper
 * @param widthInches on paper
 * @param heightInches on paper
 * @param caption the words below it
 * @param latex the same as a figure environment
 * @param markdown the same for a page on the web
 * @param data its numbers as CSV
 * @param remarks what a reader could not tell or read
 */
record Print(
    Image image,
    double perInch,
    double widthInches,
    double heightInches,
    String caption,
    String latex,
    String markdown,
    String data,
    List<String> remarks) {

  /**
   * What the paper lies on.
   *
   * @param dpi pixels of the window for each inch of the desk
   * @param factor how much larger than true it is shown; 0 to fit
   * @param width room in pixels
   * @param height room in pixels
   * @param scale device pixels for each pixel of the window
   */
  record Desk(double dpi, double factor, double width, double height, double scale) {
    /** Never so small that nothing can be seen, nor so large that it is all grain. */
    private double perInch(double widthInches, double heightInches) {
      return factor > 0
          ? dpi * factor
          : Math.max(24, Math.min(2 * dpi, Math.min(width / widthInches, height / heightInches)));
    }
  }

  /**
   * Prints a sketch; away from the interface thread.
   *
   * @param formats that it becomes, which its words name
   * @param desk how large and how finely
   * @param eyes who looks at it
   * @throws IllegalArgumentException in one sentence if it cannot be drawn so
   */
  static Print of(Sketch sketch, Set<FigureFormat> formats, Desk desk, ColourVision eyes) {
    Figure figure = sketch.figure();
    FigureProof proof = new FigureProof(figure, sketch.options());
    double perInch = desk.perInch(proof.widthInches(), proof.heightInches());
    Caption words = Caption.of(figure, sketch.options());
    return new Print(
        SwingFXUtils.toFXImage(proof.picture(perInch * desk.scale(), eyes), null),
        perInch,
        proof.widthInches(),
        proof.heightInches(),
        words.text(),
        words.latex(FigureWriter.printed(formats), sketch.options()),
        words.markdown(FigureWriter.shown(formats)),
        proof.data(),
        proof.remarks());
  }
}
