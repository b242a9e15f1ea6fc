package gmrl.meta;

import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * θ^{k+1} = θ^k + α ĝ_k; back, m ← m + α (∇_φ∇_θ J_in) u and u ← u + α H_k u.
 *
 * @param <P> the problem's workspace
 */
final class GradientAscent<P> implements InnerStep<double[]> {
  private final InnerLoop<P> loop;
  private final int step;
  private final InnerSlot<P> inner;
  private final CurvatureSlot<P> curvature;
  private SplittableGenerator innerRandom = MeanSlots.UNUSED;
  private SplittableGenerator hessianRandom = MeanSlots.UNUSED;

  GradientAscent(InnerLoop<P> loop, int step, InnerSlot<P> inner, CurvatureSlot<P> curvature) {
    this.loop = loop;
    this.step = step;
    this.inner = inner;
    this.curvature = curvature;
  }

  /** Where the batches of the two slots come from in the next trial. */
  void seed(SplittableGenerator forInner, SplittableGenerator forHessian) {
    innerRandom = forInner;
    hessianRandom = forHessian;
  }

  @Override
  public void advance() {
    loop.advance(step, inner, innerRandom);
  }

  @Override
  public void pullBack(double[] cotangent, double[] meta) {
    curvature.draw(loop.point(step), step, hessianRandom);
    loop.pullBack(curvature, cotangent, meta);
  }
}
