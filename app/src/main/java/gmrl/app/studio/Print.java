package gmrl.app.studio;

import gmrl.app.figure.Caption;
import gmrl.app.figure.ColourVision;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureProof;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

/**
 * A sketch as it would come out of the printer, with its words.
 *
 * @param image the picture
 * @param widthInches on paper
 * @param heightInches on paper
 * @param caption the words below it
 * @param latex the same as a figure environment
 * @param markdown the same for a page on the web
 * @param remarks what a reader could not tell or read
 */
record Print(
    Image image,
    double widthInches,
    double heightInches,
    String caption,
    String latex,
    String markdown,
    List<String> remarks) {

  /**
   * Prints a sketch; away from the interface thread.
   *
   * @param pixelsPerInch how finely
   * @param eyes who looks at it
   * @throws IllegalArgumentException in one sentence if it cannot be drawn so
   */
  static Print of(Sketch sketch, double pixelsPerInch, ColourVision eyes) {
    Figure figure = sketch.figure();
    FigureProof proof = new FigureProof(figure, sketch.options());
    Caption words = Caption.of(figure, sketch.options());
    return new Print(
        SwingFXUtils.toFXImage(proof.picture(pixelsPerInch, eyes), null),
        proof.widthInches(),
        proof.heightInches(),
        words.text(),
        words.latex(FigureFormat.PDF, sketch.options()),
        words.markdown(FigureFormat.SVG),
        proof.remarks());
  }
}
