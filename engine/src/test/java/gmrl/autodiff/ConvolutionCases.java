package gmrl.autodiff;

import gmrl.autodiff.kernel.ConvolutionLoops;
import java.util.List;
import java.util.SplittableRandom;

/** Convolutions and their gradients among the cases of {@link PrimitiveTest}. */
final class ConvolutionCases {
  private ConvolutionCases() {}

  static void addTo(List<PrimitiveTest.Case> cases) {
    Variable image = PrimitiveTest.uniform(-1, 1, 3, 7, 6, 2);
    Variable kernel = PrimitiveTest.uniform(-1, 1, 4, 3, 2, 2);
    for (int stride = 1; stride <= 2; stride++) {
      int s = stride;
      Convolve result = Convolve.of(image, kernel, s);
      Variable y = PrimitiveTest.uniform(-1, 1, 3, result.outHeight(), result.outWidth(), 4);
      PrimitiveTest.add(
          cases,
          Convolve.class,
          "convolution " + s,
          x -> Ops.conv2d(x.get(0), x.get(1), s).pow(3),
          image,
          kernel);
      PrimitiveTest.add(
          cases,
          ConvolveRelu.class,
          "convolution, bias, relu " + s,
          x -> Variable.apply(new ConvolveRelu(result), x.get(0), x.get(1), x.get(2)).pow(3),
          image,
          kernel,
          PrimitiveTest.uniform(-1, 1, 4));
      LayerGradient layer = LayerGradient.of(result);
      PrimitiveTest.add(
          cases,
          LayerGradient.class,
          "kernel gradient, bias gradient " + s,
          x -> Variable.apply(layer, x.get(0), x.get(1)).square(),
          image,
          y);
      OpenImageGradient open =
          new OpenImageGradient(new Convolve(Convolve.Kind.IMAGE_GRADIENT, 7, 6, 3, 2, s));
      PrimitiveTest.add(
          cases,
          OpenImageGradient.class,
          "image gradient, relu's derivative " + s,
          x -> Variable.apply(open, x.get(0), x.get(1), x.get(2)).pow(3),
          y,
          kernel,
          image);
      for (Convolve.Kind kind : Convolve.Kind.values()) {
        Convolve same = new Convolve(kind, 7, 6, 3, 2, s);
        Variable first = kind == Convolve.Kind.IMAGE_GRADIENT ? y : image;
        Variable second = kind == Convolve.Kind.KERNEL_GRADIENT ? y : kernel;
        PrimitiveTest.add(
            cases,
            Convolve.class,
            kind + " " + s,
            x -> Variable.apply(same, x.get(0), x.get(1)).square(),
            first,
            second);
      }
    }
    ConvolutionLoops.Window window = new ConvolutionLoops.Window(7, 6, 3, 2, 2);
    Variable rows = Variable.of(new SplittableRandom(1).doubles(27 * 12, -1, 1).toArray(), 27, 12);
    for (boolean adjoint : new boolean[] {false, true}) {
      PrimitiveTest.add(
          cases,
          Patches.class,
          "patches " + adjoint,
          x -> Variable.apply(new Patches(window, 2, adjoint), x.get(0)).pow(3),
          adjoint ? rows : image);
    }
  }
}
