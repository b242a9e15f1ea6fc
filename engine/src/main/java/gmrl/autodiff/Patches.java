package gmrl.autodiff;

import gmrl.autodiff.kernel.ConvolutionLoops;
import gmrl.autodiff.kernel.ConvolutionLoops.Window;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel sees at each of its places, as the rows of a matrix: images [n][h][w][c] to patches
 * [n h' w'][kh kw c], or the adjoint, which adds patches up to images.
 */
record Patches(Window window, int channels, boolean adjoint) implements Kernel {

  @Override
  public String label() {
    return adjoint ? "patches to images" : "patches";
  }

  private int places() {
    return window.outHeight() * window.outWidth();
  }

  private int patch() {
    return window.kernelHeight() * window.kernelWidth() * channels;
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int first = inputs[0].dims()[0];
    return adjoint
        ? new int[] {first / places(), window.height(), window.width(), channels}
        : new int[] {first * places(), patch()};
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    Store in = inputs[0].store();
    int n = adjoint ? inputs[0].dims()[0] / places() : inputs[0].dims()[0];
    ConvolutionLoops loops = new ConvolutionLoops(window, n, channels, 1);
    return adjoint ? () -> loops.addUp(in, out) : () -> loops.layOut(in, out);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    return new Variable[] {Variable.apply(new Patches(window, channels, !adjoint), g)};
  }
}
