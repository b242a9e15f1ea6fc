package gmrl.app.story;

import gmrl.experiment.inspect.PathCloud;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** From logits to pixels: a square with room for labels. */
record PlaneMap(double left, double top, double side) {
  Rectangle2D area() {
    return new Rectangle2D.Double(left, top, side, side);
  }

  boolean holds(PathCloud.Place p) {
    return area().contains(px(p.x()), py(p.y()));
  }

  /** How far from the right edge, where contour lines bear their values. */
  double beside(Line2D piece, double room) {
    return Math.abs(left + side - room - piece.getX1());
  }

  double px(double x) {
    return left + side * (x - LoopsViewModel.LOW) / (LoopsViewModel.HIGH - LoopsViewModel.LOW);
  }

  double py(double y) {
    return top + side * (LoopsViewModel.HIGH - y) / (LoopsViewModel.HIGH - LoopsViewModel.LOW);
  }

  double x(double px) {
    return LoopsViewModel.LOW + (px - left) / side * (LoopsViewModel.HIGH - LoopsViewModel.LOW);
  }

  double y(double py) {
    return LoopsViewModel.HIGH - (py - top) / side * (LoopsViewModel.HIGH - LoopsViewModel.LOW);
  }
}
