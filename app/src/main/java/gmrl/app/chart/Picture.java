package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A drawing that is no plot, such as a graph of states: shapes with words upon them, in the
 * colours, the type and the line widths of charts, for screen and paper alike. A {@link Pen} makes
 * one.
 *
 * @param width of the place that it was made for, in pixels or points
 * @param height of that place
 * @param shapes from the bottom up
 * @param words above all shapes
 * @param small the same for a small place, such as that of one of several panels
 */
public record Picture(
    double width, double height, List<Mark> shapes, List<Words> words, Optional<Picture> small) {
  /** Scaled down by more it would be hard to read. */
  private static final double LEGIBLE = 0.75;

  /**
   * A colour of every theme.
   *
   * @param hue what it is
   * @param strength 1 as it is, 0 as the ground
   * @param clear whether what is below shines through
   */
  public record Ink(Hue hue, double strength, boolean clear) {
    Color in(ChartTheme theme) {
      Color full = theme.color(hue);
      return clear
          ? Palette.withAlpha(full, strength)
          : Palette.mix(theme.background(), full, strength);
    }
  }

  /** What the numbers of a shape are. */
  public enum Form {
    /** Corners of a line. */
    LINE,
    /** Corners of an area. */
    AREA,
    /** Middle and half axes of an outline. */
    OVAL,
    /** Middle and half axes of what is filled. */
    DISC;

    boolean isRound() {
      return this == OVAL || this == DISC;
    }

    boolean isFilled() {
      return this == AREA || this == DISC;
    }
  }

  /**
   * A shape.
   *
   * @param form what {@code at} says
   * @param at numbers in turn across and downwards
   * @param ink colour
   * @param pen width of lines, in widths of curves
   * @param dashed whether lines are broken
   */
  public record Mark(Form form, List<Double> at, Ink ink, double pen, boolean dashed) {
    /** Copies the numbers. */
    public Mark {
      at = List.copyOf(at);
    }

    private Shape shape() {
      if (form.isRound()) {
        double rx = at.get(2);
        double ry = at.get(3);
        return new Ellipse2D.Double(at.get(0) - rx, at.get(1) - ry, 2 * rx, 2 * ry);
      }
      Path2D path = new Path2D.Double();
      path.moveTo(at.get(0), at.get(1));
      for (int i = 2; i + 1 < at.size(); i += 2) {
        path.lineTo(at.get(i), at.get(i + 1));
      }
      return path;
    }

    private void paint(Graphics2D g2, ChartTheme theme, AffineTransform place) {
      Shape placed = place.createTransformedShape(shape());
      g2.setPaint(ink.in(theme));
      if (form.isFilled()) {
        g2.fill(placed);
        return;
      }
      g2.setStroke(pen(theme));
      g2.draw(placed);
    }

    /** What its lines are drawn with. */
    BasicStroke pen(ChartTheme theme) {
      float unit = theme.lineWidth();
      return dashed ? Look.pen(pen * unit, 2.5f * unit, 2 * unit) : Look.pen(pen * unit);
    }
  }

  /**
   * A line of text.
   *
   * @param text what it says
   * @param x where it stands
   * @param y where it stands
   * @param ink colour
   * @param size in sizes of tick labels
   * @param across share of its width that lies before {@code x}
   * @param down share of its height that lies above {@code y}
   * @param upwards whether it is read upwards
   * @param room width that it must fit into; 0 for any
   */
  public record Words(
      String text,
      double x,
      double y,
      Ink ink,
      double size,
      double across,
      double down,
      boolean upwards,
      double room) {

    private void paint(Graphics2D g2, ChartTheme theme, AffineTransform place) {
      MathText line = MathText.of(text);
      Font font = ChartFonts.at((float) (theme.fontSize() * size * fit(theme, place)));
      double width = line.width(font);
      double[] at = {x, y};
      place.transform(at, 0, at, 0, 1);
      AffineTransform before = g2.getTransform();
      g2.translate(at[0], at[1]);
      if (upwards) {
        g2.rotate(-Math.PI / 2);
      }
      g2.setPaint(ink.in(theme));
      // Capitals reach from the baseline to .72 of the size.
      line.draw(g2, font, -across * width, (1 - down) * 0.72 * font.getSize2D());
      g2.setTransform(before);
    }

    /** Share of its size that it has where it needs more room. */
    double fit(ChartTheme theme, AffineTransform place) {
      double most = room * place.getScaleX();
      return room > 0 ? Math.min(1, most / ChartFonts.width(text, theme.fontSize() * size)) : 1;
    }
  }

  /** Copies the lists. */
  public Picture {
    shapes = List.copyOf(shapes);
    words = List.copyOf(words);
  }

  /** The same that is drawn otherwise in a small place. */
  Picture withSmall(Optional<Picture> other) {
    return new Picture(width, height, shapes, words, other);
  }

  /** Whether nothing is drawn. */
  boolean isEmpty() {
    return shapes.isEmpty();
  }

  /** Draws it as large as fits into the middle of an area; words have the size of the theme. */
  void paint(Graphics2D g2, ChartTheme theme, Rectangle2D area) {
    Picture fitting = in(area);
    AffineTransform place = fitting.place(area);
    fitting.shapes.forEach(shape -> shape.paint(g2, theme, place));
    fitting.words.forEach(line -> line.paint(g2, theme, place));
  }

  /** The one that is made for about as large an area. */
  Picture in(Rectangle2D area) {
    return scale(area) < LEGIBLE ? small.orElse(this) : this;
  }

  private double scale(Rectangle2D area) {
    return Math.min(area.getWidth() / width, area.getHeight() / height);
  }

  /** As large as fits into the middle of an area. */
  AffineTransform place(Rectangle2D area) {
    double scale = scale(area);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            area.getCenterX() - scale * width / 2, area.getCenterY() - scale * height / 2);
    place.scale(scale, scale);
    return place;
  }
}
