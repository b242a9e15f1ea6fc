package gmrl.cli;

import gmrl.experiment.Counted;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tabular setup in words. */
final class SetupWords {
  private SetupWords() {}

  /** A setup in one line. */
  static String describe(TabularSetup s) {
    List<String> parts = new ArrayList<>();
    parts.add(s.problem().token());
    parts.add(source(s.mdps()));
    parts.add("gamma " + plain(s.gamma()));
    parts.add("T " + s.horizon());
    parts.add("alpha " + plain(s.alpha()));
    parts.add("K " + s.steps());
    parts.add(
        "inner " + s.inner() + s.reweighting().map(r -> " reusing (" + r.token() + ")").orElse(""));
    parts.add("hessian " + s.hessian());
    parts.add("outer " + s.outer());
    if (!(s.method() instanceof MethodSpec.Unrolled)) {
      parts.add(s.method().toString());
    }
    if (!s.hessianError().isNone()) {
      parts.add(
          "hessian error "
              + plain(s.hessianError().coefficient())
              + " noise "
              + plain(s.hessianError().noise()));
    }
    return String.join(", ", parts);
  }

  private static String source(MdpSource source) {
    if (source instanceof MdpSource.Generated g) {
      return String.format(
          Locale.ROOT,
          "%s %d×%d of density %s",
          Counted.of(g.mdps(), "random MDP"),
          g.states(),
          g.actions(),
          plain(g.density()));
    }
    return source instanceof MdpSource.Teaching teaching
        ? "MDP " + teaching.id()
        : "MDP " + ((MdpSource.Given) source).name();
  }

  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
