package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Work is cut by size alone: any number of threads gives the same numbers, bit for bit. */
class ThreadCountTest {
  private static Variable random(SplittableRandom random, int... shape) {
    float[] data = new float[Shapes.size(shape)];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble(-1, 1);
    }
    return Variable.of(data, shape);
  }

  /** Every kind of work that is cut, with arrays large enough to be cut into many parts. */
  private static List<double[]> work() {
    SplittableRandom random = new SplittableRandom(4);
    List<Variable> out = new ArrayList<>();
    Variable images = random(random, 70, 20, 20, 8).tracked();
    Variable kernel = random(random, 16, 4, 4, 8).tracked();
    Variable y = Ops.conv2d(images, kernel, 2);
    out.add(y);
    out.addAll(Autodiff.gradOnce(y.tanh().sum(), List.of(images, kernel)));
    Variable many = random(random, 400, 20, 20, 8).tracked();
    Variable z = Ops.conv2d(many, kernel, 2);
    out.addAll(Autodiff.gradOnce(z.relu().square().sum(), List.of(many, kernel)));
    Variable bias = random(random, 16).tracked();
    Variable layer = Ops.conv2dRelu(many, kernel, bias, 2);
    out.addAll(Autodiff.gradOnce(layer.square().sum(), List.of(kernel, bias)));
    Variable a = random(random, 300, 400);
    Variable b = random(random, 400, 500);
    out.add(a.matmul(b));
    out.add(Ops.matmul(b, a, true, true));
    // A small result with a long inner dimension.
    out.add(Ops.matmul(random(random, 30_000, 12), random(random, 30_000, 20), true, false));
    Variable long1 = random(random, 3000, 130);
    out.add(long1.sum());
    out.add(long1.sum(0));
    out.add(long1.sum(1));
    out.add(Ops.max(long1));
    out.add(long1.exp().plus(random(random, 130)));
    out.add(Ops.permute(long1, 1, 0));
    out.add(Ops.norm(long1));
    return out.stream().map(Variable::toDoubles).toList();
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static List<double[]> in(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () -> {
                try (Scope scope = Scope.open()) {
                  return work();
                }
              })
          .get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
    List<double[]> alone = in(1);
    for (int threads : new int[] {2, 7}) {
      List<double[]> together = in(threads);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(i)).as("result %d", i).isEqualTo(alone.get(i));
      }
    }
  }
}
