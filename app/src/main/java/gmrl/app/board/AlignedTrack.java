package gmrl.app.board;

import gmrl.app.chart.Edges;
import gmrl.app.ui.ParameterSlider;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Puts a slider exactly above an axis: at either end of its way the thumb stands at the axis' end.
 */
final class AlignedTrack {
  private AlignedTrack() {}

  /**
   * Aligns a slider with an axis as wide as itself.
   *
   * @param edges around the axis now, asked for whenever the slider is laid out anew
   */
  static void align(ParameterSlider parameter, Supplier<Edges> edges) {
    Slider slider = parameter.slider();
    Runnable place =
        () -> {
          double half =
              slider.lookup(".thumb") instanceof Region thumb ? thumb.prefWidth(-1) / 2 : 8;
          double left = edges.get().left();
          double right = edges.get().right();
          Insets margin = new Insets(0, Math.max(0, right - half), 0, Math.max(0, left - half));
          if (!margin.equals(VBox.getMargin(slider))) {
            VBox.setMargin(slider, margin);
          }
        };
    slider.skinProperty().addListener((o, old, now) -> place.run());
    slider.widthProperty().addListener((o, was, is) -> place.run());
    place.run();
  }
}
