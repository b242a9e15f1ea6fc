package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.formula.ElementOp;
import gmrl.autodiff.formula.Formula;
import gmrl.autodiff.inspect.HessianPath;
import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;

/** Every primitive agrees with finite differences up to its third derivative. */
class PrimitiveTest {
  /** Begun anew for every list of cases, so that no test depends on those before it. */
  private static SplittableRandom random = new SplittableRandom(3);

  record Case(
      String name, Object covers, Function<List<Variable>, Variable> function, List<Variable> at) {}

  static List<Case> cases() {
    random = new SplittableRandom(3);
    List<Case> cases = new ArrayList<>();
    for (ElementOp op : ElementOp.values()) {
      Fused fused = Fused.of(op.name(), op.arity, x -> Formula.of(op, x));
      List<Variable> at = new ArrayList<>();
      for (int i = 0; i < op.arity; i++) {
        // Positive for log, sqrt and pow; away from each other for comparisons.
        at.add(uniform(0.3 + 0.1 * i, 1.7, 2, 3));
      }
      cases.add(new Case(op.name(), op, x -> fused.apply(x.toArray(new Variable[0])), at));
    }
    Variable m = uniform(-1, 1, 3, 4);
    Variable n = uniform(-1, 1, 4, 2);
    add(cases, Fused.class, "broadcasting", x -> x.get(0).times(x.get(1)), m, uniform(-1, 1, 3, 1));
    add(cases, Fused.class, "rows", x -> x.get(0).over(x.get(1)), m, uniform(1, 2, 4));
    add(
        cases,
        Fused.class,
        "several formulas in one",
        x -> FUSED.apply(x.get(0), x.get(1), x.get(2)),
        m,
        uniform(1, 2, 3, 4),
        uniform(1, 2));
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        add(
            cases,
            MatMul.class,
            "matmul " + ta + tb,
            x -> Ops.matmul(x.get(0), x.get(1), ta, tb).square(),
            ta ? uniform(-1, 1, 4, 3) : m,
            tb ? uniform(-1, 1, 2, 4) : n);
      }
    }
    add(cases, Reduce.class, "sum", x -> x.get(0).sum(0).square(), m);
    add(
        cases,
        Reduce.class,
        "sum of axes",
        x -> x.get(0).square().sum(0, 2),
        uniform(-1, 1, 2, 3, 2));
    add(cases, Reduce.class, "max", x -> Ops.max(x.get(0), 1).pow(3), m);
    add(
        cases,
        Reduce.class,
        "largest magnitude",
        x -> Variable.apply(new Reduce(Reduce.Kind.MAGNITUDE, 1, 1), x.get(0)).pow(3),
        m);
    add(cases, Reduce.class, "mean", x -> x.get(0).exp().mean(), m);
    add(cases, Reduce.class, "norm", x -> Ops.norm(x), m, n);
    add(
        cases,
        EuclideanNorm.class,
        "norm, read once",
        x -> Variable.apply(new EuclideanNorm(), x.toArray(Variable[]::new)),
        m,
        n);
    add(
        cases,
        Expand.class,
        "expand",
        x -> Ops.expand(x.get(0), 5, 3, 2).pow(3),
        uniform(-1, 1, 3, 1));
    add(
        cases,
        AddAll.class,
        "add all",
        x -> Ops.addAll(List.of(x.get(0).exp(), Ops.sin(x.get(1)))),
        m,
        m);
    add(
        cases,
        Cast.class,
        "cast",
        x -> Variable.apply(new Cast(x.get(0).type()), x.get(0)).exp(),
        m);
    add(cases, Reshape.class, "reshape", x -> x.get(0).reshape(2, 6).pow(3), m);
    add(
        cases,
        Permute.class,
        "permute",
        x -> Ops.permute(x.get(0), 2, 0, 1).pow(3),
        uniform(-1, 1, 2, 3, 4));
    add(
        cases,
        Permute.class,
        "permute in blocks",
        x -> Ops.permute(x.get(0), 0, 2, 1, 3).pow(3),
        uniform(-1, 1, 2, 3, 2, 2));
    add(
        cases,
        Permute.class,
        "permute runs",
        x -> Ops.permute(x.get(0), 1, 0, 2).pow(3),
        uniform(-1, 1, 2, 3, 4));
    add(cases, Slice.class, "slice", x -> Ops.slice(x.get(0), 1, 1, 3).pow(3), m);
    add(cases, Embed.class, "embed", x -> Variable.apply(new Embed(1, 2, 7), x.get(0)).pow(3), m);
    add(
        cases,
        Concatenate.class,
        "concatenate",
        x -> Ops.concatenate(1, List.of(x.get(0), x.get(1))).pow(3),
        m,
        uniform(-1, 1, 3, 2));
    add(cases, Gather.class, "gather", x -> Ops.gather(x.get(0), 2, 0, 2).pow(3), m);
    add(cases, Gather.class, "pick", x -> Ops.pick(x.get(0), 3, 0, 2).exp(), m);
    Variable columns = Variable.of(new double[] {3, 0, 2});
    add(
        cases,
        Pick.class,
        "pick by array",
        x -> Ops.pick(x.get(0), inType(columns, x.get(0))).exp(),
        m);
    add(
        cases,
        Place.class,
        "place by array",
        x ->
            Variable.apply(new Place(5), x.get(0).sum(1), inType(columns, x.get(0))).plus(1).pow(3),
        m);
    add(
        cases,
        ScatterAdd.class,
        "scatter add",
        x -> Variable.apply(new ScatterAdd(List.of(1, 1, 0), 4), x.get(0)).pow(3),
        m);
    add(cases, Softmax.class, "softmax", x -> Ops.softmax(x.get(0)), m);
    add(cases, LogSoftmax.class, "log softmax", x -> Ops.logSoftmax(x.get(0)).exp().square(), m);
    add(cases, Identity.class, "finite cotangent", x -> Ops.finiteCotangent(x.get(0)).exp(), m);
    add(
        cases,
        Identity.class,
        "identity",
        x -> Variable.apply(new Identity(false), x.get(0)).exp(),
        m);
    ConvolutionCases.addTo(cases);
    Variable eye = Variable.of(new double[] {3, 0, 0, 0, 3, 0, 0, 0, 3}, 3, 3);
    for (boolean transpose : new boolean[] {false, true}) {
      add(
          cases,
          Solve.class,
          "solve " + transpose,
          x -> Variable.apply(new Solve(transpose), x.get(0).plus(eye), x.get(1)),
          uniform(-1, 1, 3, 3),
          uniform(-1, 1, 3, 2));
    }
    add(
        cases,
        Checkpoint.class,
        "checkpoint",
        x -> {
          List<Variable> out =
              Autodiff.checkpoint(
                  "step", z -> List.of(z.get(0).matmul(z.get(1)).tanh(), z.get(1).exp()), x);
          return out.get(0).sum().times(out.get(1));
        },
        m,
        n);
    add(
        cases,
        Checkpoint.class,
        "gradient inside a checkpoint",
        x ->
            Autodiff.checkpoint(
                    "step",
                    z -> {
                      Variable loss = Ops.sin(z.get(0)).matmul(z.get(1)).tanh().sum();
                      return List.of(z.get(0).minus(Autodiff.grad(loss, z.get(0)).times(0.3)));
                    },
                    x)
                .get(0),
        m,
        n);
    add(cases, Root.class, "root", x -> root(x.get(0), x.get(1)), uniform(-1, 1, 3), m);
    add(
        cases,
        Custom.class,
        "custom",
        x -> Autodiff.custom("sine of product", SINE_OF_PRODUCT, x),
        m,
        uniform(-1, 1, 3, 4));
    return cases;
  }

  /** x with x + tanh(x + b) / 2 = Σ sin a, found by fixed-point iteration. */
  private static Variable root(Variable b, Variable a) {
    Variable right = Ops.sin(a).sum(1); // from the surrounding program, not an argument
    UnaryOperator<Variable> residual = x -> x.plus(x.plus(b).tanh().times(0.5)).minus(right);
    return Autodiff.root(
        "fixed point",
        () -> {
          Variable x = Ops.zerosLike(b);
          for (int i = 0; i < 80; i++) {
            x = x.minus(residual.apply(x).detach().times(0.7));
          }
          return x;
        },
        residual,
        PrimitiveTest::solveTransposed);
  }

  /** A diagonal system, by its diagonal. */
  private static Variable solveTransposed(Variable f, Variable x, Variable cotangent) {
    Variable ones = Variable.full(f.type(), 1, f.shape());
    return cotangent.over(Autodiff.vjp(List.of(f), List.of(ones), List.of(x)).get(0));
  }

  private static final CustomOperation SINE_OF_PRODUCT =
      new CustomOperation() {
        @Override
        public Variable evaluate(List<Variable> x) {
          return Ops.sin(x.get(0).times(x.get(1)));
        }

        @Override
        public List<Variable> pullback(List<Variable> x, Variable output, Variable cotangent) {
          Variable g = cotangent.times(Ops.cos(x.get(0).times(x.get(1))));
          return List.of(g.times(x.get(1)), g.times(x.get(0)));
        }
      };

  private static final Fused FUSED =
      Fused.of("test", 3, x -> x[0].times(x[1].sqrt()).tanh().plus(x[2].over(x[1])).exp());

  static void add(
      List<Case> cases,
      Class<? extends Primitive> covers,
      String name,
      Function<List<Variable>, Variable> function,
      Variable... at) {
    cases.add(new Case(name, covers, function, List.of(at)));
  }

  private static Variable inType(Variable numbers, Variable like) {
    return like.type() == DataType.FLOAT
        ? Variable.of(numbers.toFloats(), numbers.shape())
        : numbers;
  }

  static Variable uniform(double low, double high, int... shape) {
    double[] data = new double[Shapes.size(shape)];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextDouble(low, high);
    }
    return Variable.of(data, shape);
  }

  @TestFactory
  Stream<DynamicTest> derivativesToThirdOrder() {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> GradientCheck.check(c.function(), c.at(), 3, 1e-6)));
  }

  @TestFactory
  Stream<DynamicTest> floatsGiveTheSameAsDoubles() {
    return cases().stream()
        .filter(c -> c.covers() != Solve.class)
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> compareTypes(c)));
  }

  /** The check agrees with the derivative itself, and finds no cut where there is none. */
  @TestFactory
  Stream<DynamicTest> hessianPathsAreFollowed() {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> follow(c)));
  }

  private static void follow(Case c) {
    Map<String, Variable> parameters = new LinkedHashMap<>();
    c.at().forEach(x -> parameters.put("x" + parameters.size(), x));
    Function<List<Variable>, Variable> objective = x -> Ops.sin(c.function().apply(x)).sum();
    HessianPath.Report report =
        HessianPath.check(p -> objective.apply(List.copyOf(p.values())), parameters);
    assertThat(report.reads()).isEmpty();
    // Another number for each argument: along equal ones a difference does not change.
    List<Variable> along = new ArrayList<>();
    c.at().forEach(x -> along.add(Variable.full(x.type(), 1 + along.size(), x.shape())));
    List<Variable> product = Autodiff.hvp(objective, c.at(), along);
    for (int i = 0; i < product.size(); i++) {
      HessianPath.Finding finding = report.findings().get(i);
      assertThat(finding.cuts()).isEmpty();
      assertThat(finding.verdict() == HessianPath.Verdict.ALIVE)
          .as(finding.describe())
          .isEqualTo(Ops.norm(product.get(i)).item() > 0);
    }
  }

  private static void compareTypes(Case c) {
    List<Variable> doubles = c.at().stream().map(Variable::tracked).toList();
    List<Variable> floats =
        c.at().stream().map(x -> Variable.of(x.toFloats(), x.shape()).tracked()).toList();
    Variable y = c.function().apply(doubles);
    Variable z = c.function().apply(floats);
    assertThat(z.type()).isEqualTo(DataType.FLOAT);
    close(z, y, 2e-5);
    List<Variable> g = Autodiff.gradOnce(y.sum(), doubles);
    List<Variable> h = Autodiff.gradOnce(z.sum(), floats);
    for (int i = 0; i < g.size(); i++) {
      close(h.get(i), g.get(i), 2e-4);
    }
  }

  /** Within a tolerance that grows with numbers beyond 1, as the error of floats does. */
  private static void close(Variable floats, Variable doubles, double tolerance) {
    assertThat(floats.shape()).isEqualTo(doubles.shape());
    for (int i = 0; i < doubles.size(); i++) {
      double expected = doubles.get(i);
      assertThat(floats.get(i))
          .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }
  }

  @Test
  void noPrimitiveIsLeftOut() {
    Set<Object> covered = new HashSet<>();
    cases().forEach(c -> covered.add(c.covers()));
    assertThat(covered).containsAll(leaves(Primitive.class).toList());
    assertThat(covered).contains((Object[]) ElementOp.values());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(PrimitiveTest::leaves)
        : Stream.of(type);
  }
}
