package gmrl.app.board;

import gmrl.app.ui.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * The true meta-gradient, the mean estimate, and the parts of their difference, to scale.
 *
 * @param g where it is drawn
 * @param inks colours and sizes
 * @param width of the picture
 */
record ErrorPicture(GraphicsContext g, Inks inks, double width) {
  private static final double PAD = MechanismView.PAD;

  /**
   * Draws arrows, parts and what they are.
   *
   * @param meaning what the arrows say
   * @param overall each bias over all MDPs, in words
   * @param top upper edge
   * @param h lower edge
   */
  void draw(Arrows a, String meaning, Map<Row, String> overall, double top, double h) {
    Arrows.Point viaHessian = new Arrows.Point(1 + a.hessian().x(), a.hessian().y());
    Arrows.Point both =
        new Arrows.Point(
            viaHessian.x() + a.compositional().x(), viaHessian.y() + a.compositional().y());
    double[] x = Lens.range(List.of(0.0, 1.0, a.mean().x(), viaHessian.x(), both.x()));
    double[] y = Lens.range(List.of(0.0, a.mean().y(), viaHessian.y(), both.y()));
    double legend = inks.sized(50);
    Lens lens =
        Lens.of(
            x,
            y,
            PAD + 6,
            top + inks.sized(40),
            width - 2 * PAD - 20,
            Math.max(12, h - top - inks.sized(46) - legend));
    g.setFont(Font.font("System", FontWeight.BOLD, inks.sized(12)));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.TOP);
    g.setFill(inks.ink());
    g.fillText("Meta-gradient of MDP 1, true and on average", PAD, top + 4, width - 2 * PAD);
    g.setFont(Font.font(inks.sized(11)));
    g.setFill(inks.quiet());
    g.fillText(meaning, PAD, top + inks.sized(20), width - 2 * PAD);
    arrow(lens, new Arrows.Point(0, 0), new Arrows.Point(1, 0), inks.ink(), 2.2);
    arrow(lens, new Arrows.Point(0, 0), a.mean(), inks.quiet(), 2.2);
    segment(lens, new Arrows.Point(1, 0), viaHessian, inks.colour(Row.HESSIAN));
    striped();
    segment(lens, viaHessian, both, inks.colour(Row.COMPOSITIONAL));
    g.setLineDashes();
    if (Math.hypot(both.x() - a.mean().x(), both.y() - a.mean().y()) > 0.01) {
      g.setLineDashes(2, 3);
      g.setStroke(inks.quiet());
      g.setLineWidth(1);
      g.strokeLine(lens.x(both.x()), lens.y(both.y()), lens.x(a.mean().x()), lens.y(a.mean().y()));
      g.setLineDashes();
    }
    double line = h - legend + 2;
    g.setFont(Font.font(inks.sized(11.5)));
    key(PAD, line, inks.ink(), "true");
    key(
        PAD + inks.sized(62),
        line,
        inks.quiet(),
        String.format(
            Locale.ROOT,
            "mean estimate: %.0f° off, %s as long",
            a.angle(),
            Percent.of(a.mean().length())));
    part(line + inks.sized(16), Row.HESSIAN, "Hessian ", a.hessianLength(), overall);
    part(
        line + inks.sized(32),
        Row.COMPOSITIONAL,
        "compositional ",
        a.compositionalLength(),
        overall);
  }

  /** A part of this MDP's error, and what the row beside it says of all of them. */
  private void part(double y, Row row, String name, RelativeBias part, Map<Row, String> overall) {
    String all = overall.getOrDefault(row, "");
    if (row == Row.COMPOSITIONAL) {
      striped();
    }
    key(PAD, y, inks.colour(row), name + part.inWords() + (all.isEmpty() ? "" : "; " + all));
  }

  /** Stripes for who sees no colours. */
  private void striped() {
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes(3, 1.5);
  }

  private void key(double x, double y, Color colour, String text) {
    g.setStroke(colour);
    g.setLineWidth(3);
    double middle = y + inks.sized(6);
    g.strokeLine(x, middle, x + 16, middle);
    g.setFill(inks.ink());
    g.setLineDashes();
    g.fillText(text, x + 22, y, width - x - 22);
  }

  private void segment(Lens lens, Arrows.Point from, Arrows.Point to, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(4.5);
    g.strokeLine(lens.x(from.x()), lens.y(from.y()), lens.x(to.x()), lens.y(to.y()));
  }

  private void arrow(
      Lens lens, Arrows.Point from, Arrows.Point to, Color colour, double thickness) {
    double x1 = lens.x(from.x());
    double y1 = lens.y(from.y());
    double x2 = lens.x(to.x());
    double y2 = lens.y(to.y());
    g.setStroke(colour);
    g.setFill(colour);
    g.setLineWidth(thickness);
    g.strokeLine(x1, y1, x2, y2);
    double direction = Math.atan2(y2 - y1, x2 - x1);
    double size = 9;
    g.fillPolygon(
        new double[] {
          x2, x2 - size * Math.cos(direction - 0.4), x2 - size * Math.cos(direction + 0.4)
        },
        new double[] {
          y2, y2 - size * Math.sin(direction - 0.4), y2 - size * Math.sin(direction + 0.4)
        },
        3);
  }
}
