package gmrl.app.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Eyes and printers that see a figure: as it is, in grey, or without one of the three kinds of
 * cones (full severity, matrices of Machado, Oliveira and Fernandes, 2009, on linear light).
 */
public enum ColourVision {
  /** As it is. */
  NORMAL("all colours"),
  /** A printer without colour: luminance alone. */
  GREY(
      "grey print",
      new double[] {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722}),
  /** Without cones for long waves. */
  PROTANOPIA(
      "protanopia",
      new double[] {
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
      }),
  /** Without cones for middle waves. */
  DEUTERANOPIA(
      "deuteranopia",
      new double[] {
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881
      }),
  /** Without cones for short waves. */
  TRITANOPIA(
      "tritanopia",
      new double[] {
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900
      });

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final double[] matrix;

  ColourVision(String title, double... matrix) {
    this.title = title;
    this.matrix = matrix;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** What such eyes see of a colour. */
  Color of(Color color) {
    return new Color(of(color.getRGB()));
  }

  private int of(int rgb) {
    if (matrix.length == 0) {
      return rgb;
    }
    double r = linear(rgb >> 16 & 0xFF);
    double g = linear(rgb >> 8 & 0xFF);
    double b = linear(rgb & 0xFF);
    int seen = 0;
    for (int row = 0; row < 3; row++) {
      double light = matrix[3 * row] * r + matrix[3 * row + 1] * g + matrix[3 * row + 2] * b;
      seen = seen << 8 | stored(light);
    }
    return seen;
  }

  /** What such eyes see of a picture; changes it. */
  void see(BufferedImage image) {
    if (matrix.length == 0) {
      return;
    }
    int[] line = new int[image.getWidth()];
    int known = -1;
    int seen = of(known);
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int x = 0; x < line.length; x++) {
        if (line[x] != known) {
          known = line[x];
          seen = of(known);
        }
        line[x] = seen;
      }
      image.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
  }

  /** From sRGB to light. */
  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  /** From light to sRGB. */
  private static int stored(double light) {
    double l = Math.max(0, Math.min(1, light));
    double v = l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * v);
  }
}
