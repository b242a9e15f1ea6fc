package gmrl.app.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Makes a {@link Picture}: lengths in pixels or points, widths of lines in widths of curves. */
public final class Pen {
  /** Text and what is exact. */
  public static final Picture.Ink INK = of(new Hue.Neutral());

  /** What stands back. */
  public static final Picture.Ink QUIET = of(new Hue.Muted());

  /** What lies behind everything. */
  public static final Picture.Ink GROUND = new Picture.Ink(new Hue.Neutral(), 0, false);

  /** Half the angle of an arrow's head. */
  private static final double HEAD = 0.4;

  /** How far a curve may lie from its pieces. */
  private static final double FLAT = 0.1;

  /** Width that words may take of what they were measured to have: measures are rounded. */
  private static final double OWN = 1.03;

  private final Rectangle2D place;
  private final double em;
  private final List<Picture.Mark> shapes;
  private final List<Picture.Words> words;

  /** For a place of its own. */
  Pen(double width, double height, double em) {
    this(new Rectangle2D.Double(0, 0, width, height), em, new ArrayList<>(), new ArrayList<>());
  }

  private Pen(Rectangle2D place, double em, List<Picture.Mark> shapes, List<Picture.Words> words) {
    this.place = place;
    this.em = em;
    this.shapes = shapes;
    this.words = words;
  }

  /** A pen for a part of the place, whose upper left corner is its origin. */
  public Pen part(double x, double y, double w, double h) {
    Rectangle2D part = new Rectangle2D.Double(place.getX() + x, place.getY() + y, w, h);
    return new Pen(part, em, shapes, words);
  }

  /** A colour as it is. */
  public static Picture.Ink of(Hue hue) {
    return tint(hue, 1);
  }

  /** A colour mixed with the ground: 1 as it is, 0 the ground. */
  public static Picture.Ink tint(Hue hue, double strength) {
    return new Picture.Ink(hue, strength, false);
  }

  /** A colour that what is below shines through: 1 as it is, 0 nothing. */
  public static Picture.Ink clear(Hue hue, double strength) {
    return new Picture.Ink(hue, strength, true);
  }

  /** Width of the place. */
  public double width() {
    return place.getWidth();
  }

  /** Height of the place. */
  public double height() {
    return place.getHeight();
  }

  /** Size of tick labels. */
  public double em() {
    return em;
  }

  private void shape(Picture.Form form, Picture.Ink ink, double pen, boolean dashed, double... at) {
    List<Double> numbers = new ArrayList<>(at.length);
    for (int i = 0; i < at.length; i++) {
      double origin = form.isRound() && i > 1 ? 0 : i % 2 == 0 ? place.getX() : place.getY();
      // Hundredths are finer than any printer; files stay small.
      numbers.add(Math.rint(100 * (origin + at[i])) / 100);
    }
    shapes.add(new Picture.Mark(form, numbers, ink, pen, dashed));
  }

  /** A line through corners, x and y in turn. */
  public void line(Picture.Ink ink, double pen, double... corners) {
    shape(Picture.Form.LINE, ink, pen, false, corners);
  }

  /** A broken line through corners, x and y in turn. */
  public void dashes(Picture.Ink ink, double pen, double... corners) {
    shape(Picture.Form.LINE, ink, pen, true, corners);
  }

  /** The corners of any outline, whose curves become short straight pieces. */
  public static double[] corners(Shape outline) {
    DoubleStream.Builder corners = DoubleStream.builder();
    double[] at = new double[6];
    for (PathIterator i = outline.getPathIterator(null, FLAT); !i.isDone(); i.next()) {
      i.currentSegment(at);
      corners.add(at[0]).add(at[1]);
    }
    return corners.build().toArray();
  }

  /** An area between corners, x and y in turn. */
  public void area(Picture.Ink ink, double... corners) {
    shape(Picture.Form.AREA, ink, 0, false, corners);
  }

  /** A filled rectangle. */
  public void box(Picture.Ink ink, double x, double y, double w, double h) {
    area(ink, x, y, x + w, y, x + w, y + h, x, y + h);
  }

  /** The outline of a rectangle. */
  public void frame(Picture.Ink ink, double pen, double x, double y, double w, double h) {
    line(ink, pen, x, y, x + w, y, x + w, y + h, x, y + h, x, y);
  }

  /** A filled circle. */
  public void disc(Picture.Ink ink, double x, double y, double r) {
    shape(Picture.Form.DISC, ink, 0, false, x, y, r, r);
  }

  /** A circle. */
  public void ring(Picture.Ink ink, double pen, double x, double y, double r) {
    shape(Picture.Form.OVAL, ink, pen, false, x, y, r, r);
  }

  /** A line with a head at its end. */
  public void arrow(Picture.Ink ink, double pen, double x1, double y1, double x2, double y2) {
    double size = em * (0.35 + 0.5 * pen);
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) {
      return;
    }
    // Along the arrow and across it.
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double neck = Math.max(0, length - size * Math.cos(HEAD));
    line(ink, pen, x1, y1, x1 + neck * ux, y1 + neck * uy);
    double x = x2 - size * Math.cos(HEAD) * ux;
    double y = y2 - size * Math.cos(HEAD) * uy;
    double half = size * Math.sin(HEAD);
    area(ink, x2, y2, x - half * uy, y + half * ux, x + half * uy, y - half * ux);
  }

  /**
   * Words.
   *
   * @param ink colour
   * @param size in sizes of tick labels
   * @param text what they say
   * @param x where they stand
   * @param y where they stand
   * @param across share of their width that lies before {@code x}
   * @param down share of their height that lies above {@code y}
   * @param room width that they must fit into; 0 for any
   */
  public void words(
      Picture.Ink ink,
      double size,
      String text,
      double x,
      double y,
      double across,
      double down,
      double room) {
    double left = place.getX() + x;
    double top = place.getY() + y;
    words.add(new Picture.Words(text, left, top, ink, size, across, down, false, room));
  }

  /**
   * Words among others, from {@code x} on: where the picture is drawn smaller than it was made, as
   * in a figure of several panels, they become smaller with it instead of lying over each other.
   *
   * @param down share of their height that lies above {@code y}
   * @param room width that they must fit into
   */
  public void among(
      Picture.Ink ink, double size, String text, double x, double y, double down, double room) {
    words(ink, size, text, x, y, 0, down, Math.min(room, OWN * width(size, text)));
  }

  /**
   * The first that has room in one line, or else the last.
   *
   * @param size of type, 1 for that of tick labels
   */
  public String fitting(double size, double room, String... versions) {
    return Stream.of(versions)
        .filter(words -> fits(size, room, words))
        .findFirst()
        .orElse(versions[versions.length - 1]);
  }

  /** Whether words have room in one line. */
  public boolean fits(double size, double room, String words) {
    return width(size, words) <= room;
  }

  /** Width of words in one line. */
  public double width(double size, String words) {
    return ChartFonts.width(words, size * em);
  }

  /**
   * Words before, around or behind a place ({@code across} 1, .5 or 0) on a ground of their own.
   */
  public void tag(Picture.Ink ink, String text, double x, double y, double across) {
    double wide = em * 0.6 + ChartFonts.width(text, em);
    double high = em * 1.4;
    box(GROUND, x - across * wide, y - high / 2, wide, high);
    words(ink, 1, text, x + (0.5 - across) * wide, y, 0.5, 0.5, 0);
  }

  /** Words in the middle of a place. */
  public void label(Picture.Ink ink, double size, String text, double x, double y, double room) {
    words(ink, size, text, x, y, 0.5, 0.5, room);
  }

  /** Words that are read upwards, around the middle of a place. */
  public void upwards(Picture.Ink ink, String text, double x, double y, double room) {
    double left = place.getX() + x;
    double top = place.getY() + y;
    words.add(new Picture.Words(text, left, top, ink, 1, 0.5, 0.5, true, room));
  }

  Picture picture() {
    return new Picture(place.getWidth(), place.getHeight(), shapes, words, Optional.empty());
  }
}
