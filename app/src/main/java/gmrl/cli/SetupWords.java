package gmrl.cli;

import gmrl.Digits;
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
    parts.add("gamma " + Digits.of(s.gamma()));
    parts.add("T " + s.horizon());
    parts.add("alpha " + Digits.of(s.alpha()));
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
              + Digits.of(s.hessianError().coefficient())
              + " noise "
              + Digits.of(s.hessianError().noise()));
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
          Digits.of(g.density()));
    }
    return source instanceof MdpSource.Teaching teaching
        ? "MDP " + teaching.id()
        : "MDP " + ((MdpSource.Given) source).name();
  }
}
